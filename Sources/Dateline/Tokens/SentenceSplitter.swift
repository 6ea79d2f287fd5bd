/// Finds the sentences of the token table.
///
/// A sentence ends at a stop that is none of an abbreviation, initial, list number or ellipsis in running text, after the quotation marks and
/// brackets that close behind it; at an empty line; and at the end of a line, unless the text is wrapped by hand.
enum SentenceSplitter {
  /// The sentences of `tokens`, into which their numbers and start flags are written.
  ///
  /// - Complexity: O(tokens).
  static func run(_ tokens: inout TokenTable, _ bytes: UnsafeBufferPointer<UInt8>) -> [Sentence] {
    guard tokens.count > 0 else { return [] }
    var ends: [Int32] = []
    ends.reserveCapacity(tokens.count / 16 + 4)
    let lineStarts = tokens.lineStarts
    _ = tokens.withColumns { columns in
      withUnsafePointer(to: columns) {
        var scan = SentenceScan(columns: $0, bytes: bytes, isWrapped: LineLayout.isWrapped(columns, lineStarts))
        scan.run(into: &ends)
      }
    }
    var first = 0
    var sentences: [Sentence] = []
    sentences.reserveCapacity(ends.count)
    let (starts, tokenEnds) = (tokens.start.elements, tokens.end.elements)
    tokens.sentence.withUnsafeMutableBufferPointer { numbers in
      for (number, end) in ends.enumerated() {
        SentenceSplitter.fill(numbers, first..<Int(end), Int32(truncatingIfNeeded: number))
        sentences.append(Sentence(tokens: TokenRange(first, Int(end)), span: Span(starts[first], tokenEnds[Int(end) - 1])))
        first = Int(end)
      }
    }
    tokens.flags.withUnsafeMutableBufferPointer { flags in
      for sentence in sentences { flags[sentence.tokens.first].insert(.sentenceStart) }
    }
    return sentences
  }

  /// Gives the tokens of a sentence its number, eight at a time: beyond its end too, where the next ones stand.
  @inline(__always)
  private static func fill(_ numbers: UnsafeMutableBufferPointer<Int32>, _ tokens: Range<Int>, _ number: Int32) {
    var token = tokens.lowerBound
    while token < tokens.upperBound, token + 8 <= numbers.count {
      UnsafeMutableRawPointer(numbers.baseAddress! + token).storeBytes(of: SIMD8(repeating: number), as: SIMD8<Int32>.self)
      token += 8
    }
    while token < tokens.upperBound {
      numbers[token] = number
      token += 1
    }
  }
}
