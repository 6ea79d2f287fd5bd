extension RuleExecutor {
  /// The program's arrays at fixed addresses: the loop counts no references and checks no bounds twice.
  struct Addresses {
    let instructions: UnsafeMutablePointer<Instruction>
    let rules: UnsafeMutablePointer<RuleProgram.RuleRange>
    let spanTests: UnsafeMutablePointer<SpanTest>
    private let tests: UnsafeMutablePointer<Int32>
    private let conditions: UnsafeMutablePointer<CompiledCondition>
    private let lexemes: UnsafeMutablePointer<LexemeID>
    private let classes: UnsafeMutablePointer<WordClassSet>
    private let masks: UnsafeMutablePointer<UInt64>
    private let strings: UnsafeMutablePointer<UInt8>
    private let texts: UnsafeMutablePointer<(lexeme: LexemeID, offset: Int32, length: Int32)>
    private let shapes: UnsafeMutablePointer<(offset: Int32, length: Int32)>
    private let regexes: UnsafeMutableBufferPointer<TokenRegex>

    private static let numberWords = WordClassSet(.cardinalWord, .ordinalWord, .multiplierWord, .fractionWord)

    init(_ program: RuleProgram) {
      func copy<T>(_ array: [T]) -> UnsafeMutablePointer<T> {
        let address = UnsafeMutablePointer<T>.allocate(capacity: max(1, array.count))
        address.initialize(from: array, count: array.count)
        return address
      }
      instructions = copy(program.instructions)
      rules = copy(program.rules)
      spanTests = copy(program.spanTests)
      tests = copy(program.tests)
      conditions = copy(program.conditions)
      lexemes = copy(program.lexemes)
      classes = copy(program.classes)
      masks = copy(program.masks)
      strings = copy(program.strings)
      texts = copy(program.texts)
      shapes = copy(program.shapes)
      regexes = .allocate(capacity: program.regexes.count)
      _ = regexes.initialize(from: program.regexes)
    }

    func deallocate() {
      instructions.deallocate()
      rules.deallocate()
      spanTests.deallocate()
      tests.deallocate()
      conditions.deallocate()
      lexemes.deallocate()
      classes.deallocate()
      masks.deallocate()
      strings.deallocate()
      texts.deallocate()
      shapes.deallocate()
      regexes.deinitialize()
      regexes.deallocate()
    }

    /// Whether a span is of the kinds and forms asked for. Longer ones than `PatternLength.longestSpan` never are: the index counts on it.
    @inline(__always) func passes(_ test: SpanTest, _ span: PatternSpan) -> Bool {
      span.kind & test.kinds != 0 && span.form & test.forms != 0 && span.end - span.start <= PatternLength.longestSpan
    }

    @inline(__always) func passes(_ test: Int, _ token: Int, _ input: PatternInput) -> Bool {
      var index = Int(tests[test])
      let end = Int(tests[test + 1])
      while index < end {
        if holds(conditions[index], token, input) == conditions[index].isNegated { return false }
        index += 1
      }
      return true
    }

    @inline(__always) private func holds(_ condition: CompiledCondition, _ token: Int, _ input: PatternInput) -> Bool {
      switch condition.kind {
      case .words: return contains(input.ruleLexeme(token), Int(condition.x), Int(condition.y))
      case .classes: return input.tokens.classes[token].intersects(classes[Int(condition.x)])
      case .tags: return masks[Int(condition.x)] & input.tokens.tag[token].bit != 0
      case .flags:
        let wanted = UInt32(truncatingIfNeeded: masks[Int(condition.x)])
        let unwanted = UInt32(truncatingIfNeeded: masks[Int(condition.x)] >> 32)
        return input.tokens.flags[token].rawValue & wanted == wanted && input.tokens.flags[token].rawValue & unwanted == 0
      case .likeNumber: return input.tokens.flags[token].contains(.number) || input.tokens.classes[token].intersects(Addresses.numberWords)
      case .length:
        let count = TokenText.scalars(input.text(token), atMost: Int(condition.y) + 1)
        return count >= Int(condition.x) && count <= Int(condition.y)
      case .letters, .texts, .shapes, .regex: return holdsText(condition, token, input)
      }
    }

    /// Binary search in a sorted list.
    @inline(__always) private func contains(_ lexeme: LexemeID, _ first: Int, _ end: Int) -> Bool {
      var low = first
      var high = end
      while low < high {
        let middle = (low + high) / 2
        if lexemes[middle] < lexeme { low = middle + 1 } else { high = middle }
      }
      return low < end && lexemes[low] == lexeme
    }

    @inline(never) private func holdsText(_ condition: CompiledCondition, _ token: Int, _ input: PatternInput) -> Bool {
      let text = input.text(token)
      let range = Int(condition.x)..<max(Int(condition.x), Int(condition.y))
      switch condition.kind {
      case .texts:
        let lexeme = input.ruleLexeme(token)
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
          let middle = (low + high) / 2
          if texts[middle].lexeme < lexeme { low = middle + 1 } else { high = middle }
        }
        while low < range.upperBound, texts[low].lexeme == lexeme {
          if same(text, texts[low].offset, texts[low].length) { return true }
          low += 1
        }
        return false
      case .shapes:
        for index in range
        where TokenText.hasShape(text, UnsafeBufferPointer(start: strings + Int(shapes[index].offset), count: Int(shapes[index].length))) {
          return true
        }
        return false
      case .letters: return TokenLetters(rawValue: UInt8(condition.x))?.holds(text) ?? false
      default: return regexes[Int(condition.x)].matches(text)
      }
    }

    private func same(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int32, _ length: Int32) -> Bool {
      guard text.count == Int(length) else { return false }
      for index in 0..<text.count where text[index] != strings[Int(offset) + index] { return false }
      return true
    }
  }
}
