/// Runs the program of one rule from one token: one way after the other, in the pattern's order.
///
/// A choice that failed at a token is not tried there again (what was captured on the way cannot change what follows), so the steps are bounded by
/// instructions × tokens of the longest match. The stack is a column, not recursion.
struct RuleExecutor {
  private let program: Addresses
  /// For each instruction a bit for each distance at which its choice was taken already.
  private let memo: UnsafeMutablePointer<UInt64>
  private var stack = Column<Frame>()
  private let registers: UnsafeMutablePointer<Int32>
  /// Instructions followed since the last article began.
  private(set) var steps = 0
  /// End of the sentence, for look-ahead.
  private var sentenceEnd = 0
  static let registerCount = CaptureName.count * 2

  /// A way still to be tried, or (with `pc` below zero) a register to be put back.
  private struct Frame {
    var pc: Int32
    var at: Int32
  }

  init(_ program: RuleProgram) {
    self.program = Addresses(program)
    memo = .allocate(capacity: max(1, program.instructions.count))
    memo.initialize(repeating: 0, count: max(1, program.instructions.count))
    registers = .allocate(capacity: RuleExecutor.registerCount)
    registers.initialize(repeating: -1, count: RuleExecutor.registerCount)
  }

  mutating func begin() { steps = 0 }

  func deallocate() {
    program.deallocate()
    memo.deallocate()
    stack.deallocate()
    registers.deallocate()
  }

  /// Appends the match of `rule` that starts at `token`, if there is one.
  mutating func run(
    _ rule: Int, _ token: Int, _ floor: Int, _ limit: Int, _ input: PatternInput, _ matches: inout Column<PatternMatch>,
    _ captures: inout Column<Int32>
  ) {
    let range = program.rules[rule]
    // Most tries end here.
    if range.firstSpan >= 0 {
      let test = program.spanTests[Int(range.firstSpan)]
      guard let span = input.span(test.layer, at: token), program.passes(test, span) else { return }
      let next = Int(span.end)
      if range.secondToken >= 0, next >= limit || !program.passes(Int(range.secondToken), next, input) { return }
      if range.thirdToken >= 0, next + 1 >= limit || !program.passes(Int(range.thirdToken), next + 1, input) { return }
    } else if program.instructions[Int(range.start)].operation == .token,
      !program.passes(Int(program.instructions[Int(range.start)].x), token, input)
    {
      return
    }
    if range.hasSplit { for pc in Int(range.start)..<Int(range.end) { memo[pc] = 0 } }
    registers.update(repeating: -1, count: RuleExecutor.registerCount)
    sentenceEnd = limit
    let end = follow(Int(range.start), token, floor, min(limit, token + PatternLength.longest), input)
    guard end > token else { return }
    matches.append(
      PatternMatch(
        rule: Int32(truncatingIfNeeded: rule), start: Int32(token), end: Int32(end), captures: Int32(truncatingIfNeeded: captures.count)))
    for register in 0..<RuleExecutor.registerCount { captures.append(registers[register]) }
  }

  /// The position where the program from `start` accepts; -1 when no way does.
  private mutating func follow(_ start: Int, _ origin: Int, _ floor: Int, _ limit: Int, _ input: PatternInput) -> Int {
    let bottom = stack.count
    var pc = start
    var at = origin
    while true {
      let instruction = program.instructions[pc]
      var fails = false
      steps &+= 1
      switch instruction.operation {
      case .token:
        if at < limit, program.passes(Int(instruction.x), at, input) { at &+= 1 } else { fails = true }
      case .tokenBefore:
        if at > floor, program.passes(Int(instruction.x), at - 1, input) { at -= 1 } else { fails = true }
      case .span:
        let test = program.spanTests[Int(instruction.x)]
        if at < limit, let span = input.span(test.layer, at: at), Int(span.start) == at, Int(span.end) <= limit, program.passes(test, span)
        {
          at = Int(span.end)
        } else {
          fails = true
        }
      case .spanBefore:
        let test = program.spanTests[Int(instruction.x)]
        if at > floor, let span = input.span(test.layer, at: at - 1), Int(span.end) == at, Int(span.start) >= floor,
          program.passes(test, span)
        {
          at = Int(span.start)
        } else {
          fails = true
        }
      case .split:
        let distance = (at &- origin).magnitude
        if distance > 63 || memo[pc] & 1 &<< UInt64(distance) != 0 {
          fails = true
        } else {
          memo[pc] |= 1 &<< UInt64(distance)
          stack.append(Frame(pc: instruction.y, at: Int32(truncatingIfNeeded: at)))
          pc = Int(instruction.x)
          continue
        }
      case .jump:
        pc = Int(instruction.x)
        continue
      case .save:
        let register = Int(instruction.x)
        stack.append(Frame(pc: -1 - instruction.x, at: registers[register]))
        registers[register] = Int32(truncatingIfNeeded: at)
      case .look, .lookNot:
        if looks(instruction, at, floor, input) == (instruction.operation == .look) {
          pc = Int(instruction.y)
          continue
        }
        fails = true
      case .accept:
        stack.removeLast(stack.count - bottom)
        return at
      }
      if !fails {
        pc &+= 1
        continue
      }
      // Back to the last choice, putting registers back on the way.
      var found = false
      while stack.count > bottom {
        let frame = stack[stack.count - 1]
        stack.removeLast(1)
        if frame.pc < 0 {
          registers[Int(-1 - frame.pc)] = frame.at
        } else {
          pc = Int(frame.pc)
          at = Int(frame.at)
          found = true
          break
        }
      }
      if !found { return -1 }
    }
  }

  /// Whether the look-around of `instruction` matches at `at`. It may look to the sentence's ends, at most 64 tokens far.
  private mutating func looks(_ instruction: Instruction, _ at: Int, _ floor: Int, _ input: PatternInput) -> Bool {
    for pc in Int(instruction.x)..<Int(instruction.y) { memo[pc] = 0 }
    let end = min(sentenceEnd, at + PatternLength.longest)
    return follow(Int(instruction.x), at, max(floor, at - PatternLength.longest), end, input) >= 0
  }
}
