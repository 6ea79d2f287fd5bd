/// Finds the sentences of the token table.
///
/// A sentence ends at a stop that is none of an abbreviation, initial, list number or ellipsis in running text, after the quotation marks and
/// brackets that close behind it; at an empty line; and at the end of a line, unless the text is wrapped by hand.
struct SentenceSplitter {
  let gazetteer: GazetteerFile

  /// - Complexity: O(tokens).
  func run(_ analysis: inout Analysis) {
    let count = analysis.tokens.count
    guard count > 0 else { return }
    var ends: [Int32] = []
    ends.reserveCapacity(count / 16 + 4)
    analysis.article.bytes.withUnsafeBufferPointer { bytes in
      analysis.tokens.withColumns { columns in
        var scan = SentenceScan(columns: columns, bytes: bytes)
        scan.run(into: &ends)
      }
    }
    var first = 0
    analysis.sentences.reserveCapacity(ends.count)
    analysis.tokens.sentence.withUnsafeMutableBufferPointer { numbers in
      for (number, end) in ends.enumerated() {
        for index in first..<Int(end) { numbers[index] = Int32(truncatingIfNeeded: number) }
        analysis.sentences.append(Sentence(tokens: TokenRange(first, Int(end))))
        first = Int(end)
      }
    }
    analysis.tokens.flags.withUnsafeMutableBufferPointer { flags in
      for sentence in analysis.sentences { flags[sentence.tokens.first].insert(.sentenceStart) }
    }
  }
}
