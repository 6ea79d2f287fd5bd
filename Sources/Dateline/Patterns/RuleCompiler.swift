/// Turns the patterns of rules into one program without loops: repeats are written out.
struct RuleCompiler {
  /// No rule may be longer, repeats written out.
  static let mostInstructions = 2000

  private(set) var program = RuleProgram()
  private(set) var words: RuleWords
  private var hasSplit = false
  private var isLooking = false
  private var start = 0

  struct Fault: Error, Sendable {
    let message: String
    let hint: String
  }

  init(lexicon: Lexicon) { words = RuleWords(lexicon: lexicon) }

  /// Appends one rule.
  ///
  /// - Throws: `Fault` when it could match nothing, is too long or nests look-around; the program is then as before.
  mutating func add(_ pattern: Pattern) throws(Fault) {
    let before = self
    do throws(Fault) {
      guard PatternLength.of(pattern).least > 0 else {
        throw Fault(message: "the pattern can match without any token", hint: "make one of its parts obligatory")
      }
      hasSplit = false
      start = program.instructions.count
      try emit(pattern, backwards: false)
      append(.accept)
      program.rules.append(range())
    } catch {
      self = before
      throw error
    }
  }

  /// The rule just emitted.
  private func range() -> RuleProgram.RuleRange {
    var range = RuleProgram.RuleRange(start: Int32(start), end: Int32(program.instructions.count), hasSplit: hasSplit)
    var pc = start
    while program.instructions[pc].operation == .save { pc += 1 }
    guard program.instructions[pc].operation == .span else { return range }
    range.firstSpan = program.instructions[pc].x
    repeat { pc += 1 } while program.instructions[pc].operation == .save
    guard program.instructions[pc].operation == .token else { return range }
    range.secondToken = program.instructions[pc].x
    repeat { pc += 1 } while program.instructions[pc].operation == .save
    if program.instructions[pc].operation == .token { range.thirdToken = program.instructions[pc].x }
    return range
  }

  private mutating func append(_ operation: Instruction.Operation, _ x: Int = 0, _ y: Int = 0) {
    program.instructions.append(Instruction(operation: operation, x: Int32(x), y: Int32(y)))
  }

  private var next: Int { program.instructions.count }

  private mutating func emit(_ pattern: Pattern, backwards: Bool) throws(Fault) {
    guard next - start < RuleCompiler.mostInstructions else {
      throw Fault(
        message: "the pattern has more than \(RuleCompiler.mostInstructions) steps, repeats written out", hint: "use smaller repeats")
    }
    switch pattern {
    case .token(let test): append(backwards ? .tokenBefore : .token, add(test))
    case .span(let test):
      program.spanTests.append(test)
      append(backwards ? .spanBefore : .span, program.spanTests.count - 1)
    case .sequence(let parts): for part in backwards ? parts.reversed() : parts { try emit(part, backwards: backwards) }
    case .choice(let parts): try choice(parts, backwards)
    case .repeated(let part, let least, let most):
      guard least >= 0, most >= least, most <= PatternLength.longest else {
        throw Fault(message: "a repeat of \(least) to \(most)", hint: "a repeat is at most \(PatternLength.longest)")
      }
      for _ in 0..<least { try emit(part, backwards: backwards) }
      var splits: [Int] = []
      for _ in least..<most {
        hasSplit = true
        splits.append(next)
        append(.split, next + 1)
        try emit(part, backwards: backwards)
      }
      for split in splits { program.instructions[split].y = Int32(next) }
    case .capture(let name, let part):
      guard !isLooking else { throw Fault(message: "a capture inside look-around", hint: "capture outside of it") }
      append(.save, name.slot * 2)
      try emit(part, backwards: backwards)
      append(.save, name.slot * 2 + 1)
    case .ahead(let part, let isNegated): try look(part, isNegated, backwards: false)
    case .behind(let part, let isNegated): try look(part, isNegated, backwards: true)
    }
  }

  private mutating func choice(_ parts: [Pattern], _ backwards: Bool) throws(Fault) {
    guard let last = parts.last else { return }
    var jumps: [Int] = []
    for part in parts.dropLast() {
      hasSplit = true
      let split = next
      append(.split, split + 1)
      try emit(part, backwards: backwards)
      jumps.append(next)
      append(.jump)
      program.instructions[split].y = Int32(next)
    }
    try emit(last, backwards: backwards)
    for jump in jumps { program.instructions[jump].x = Int32(next) }
  }

  private mutating func look(_ part: Pattern, _ isNegated: Bool, backwards: Bool) throws(Fault) {
    guard !isLooking else { throw Fault(message: "look-around inside look-around", hint: "write the two side by side") }
    isLooking = true
    let at = next
    append(isNegated ? .lookNot : .look)
    try emit(part, backwards: backwards)
    append(.accept)
    program.instructions[at].x = Int32(at + 1)
    program.instructions[at].y = Int32(next)
    isLooking = false
  }

  // MARK: Tests

  private mutating func add(_ test: TokenTest) -> Int {
    for condition in test.conditions {
      let (kind, x, y) = add(condition.kind)
      program.conditions.append(CompiledCondition(kind: kind, isNegated: condition.isNegated, x: Int32(x), y: Int32(y)))
    }
    program.tests.append(Int32(program.conditions.count))
    return program.tests.count - 2
  }

  private mutating func add(_ kind: TokenTest.Kind) -> (CompiledCondition.Kind, Int, Int) {
    switch kind {
    case .words(let list):
      let first = program.lexemes.count
      for id in Set(list.map { words.id($0) }).sorted() { program.lexemes.append(id) }
      return (.words, first, program.lexemes.count)
    case .texts(let list):
      let first = program.texts.count
      for text in list {
        let id = words.id(text)
        program.texts.append((id, Int32(program.strings.count), Int32(text.utf8.count)))
        program.strings += Array(text.utf8)
      }
      program.texts[first...].sort { ($0.lexeme, $0.offset) < ($1.lexeme, $1.offset) }
      return (.texts, first, program.texts.count)
    case .classes(let list):
      var set = WordClassSet()
      for one in list { set.insert(one) }
      program.classes.append(set)
      return (.classes, program.classes.count - 1, 0)
    case .tags(let list):
      program.masks.append(list.reduce(0) { $0 | 1 << UInt64($1.rawValue) })
      return (.tags, program.masks.count - 1, 0)
    case .likeNumber: return (.likeNumber, 0, 0)
    case .letters(let letters): return (.letters, Int(letters.rawValue), 0)
    case .flags(let flags, let none):
      program.masks.append(UInt64(flags.rawValue) | UInt64(none.rawValue) << 32)
      return (.flags, program.masks.count - 1, 0)
    case .length(let range): return (.length, range.lowerBound, range.upperBound)
    case .shapes(let list):
      let first = program.shapes.count
      for shape in list {
        program.shapes.append((Int32(program.strings.count), Int32(shape.utf8.count)))
        program.strings += Array(shape.utf8)
      }
      return (.shapes, first, program.shapes.count)
    case .regex(let regex):
      program.regexes.append(regex)
      return (.regex, program.regexes.count - 1, 0)
    }
  }
}

/// How many tokens a pattern takes.
enum PatternLength {
  /// No match has more tokens.
  static let longest = 64
  /// No span that a pattern takes as one piece is expected to be longer; a longer one may be missed as the first part of a rule.
  static let longestSpan = 16

  static func of(_ pattern: Pattern) -> (least: Int, most: Int) {
    switch pattern {
    case .token: return (1, 1)
    case .span: return (1, longestSpan)
    case .ahead, .behind: return (0, 0)
    case .capture(_, let part): return of(part)
    case .repeated(let part, let least, let most):
      let one = of(part)
      return (min(longest, one.least * least), min(longest, one.most * most))
    case .sequence(let parts):
      return parts.reduce((0, 0)) { sum, part in
        let one = of(part)
        return (min(longest, sum.0 + one.least), min(longest, sum.1 + one.most))
      }
    case .choice(let parts):
      let all = parts.map(of)
      return (all.map(\.least).min() ?? 0, all.map(\.most).max() ?? 0)
    }
  }
}
