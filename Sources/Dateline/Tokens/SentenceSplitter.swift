/// Finds the sentences of the token table.
struct SentenceSplitter {
  let gazetteer: GazetteerFile

  init(gazetteer: GazetteerFile) { self.gazetteer = gazetteer }

  func run(_ analysis: inout Analysis) {
    let count = analysis.tokens.count
    guard count > 0 else { return }
    var first = 0
    for token in 0..<count {
      let isLast = token + 1 == count
      let breaks = isLast || analysis.tokens.is(token + 1, .lineStart) || ends(token, analysis.tokens, analysis.article.bytes)
      guard breaks else { continue }
      let number = Int32(analysis.sentences.count)
      for index in first...token { analysis.tokens.sentence[index] = number }
      analysis.tokens.flags[first].insert(.sentenceStart)
      analysis.sentences.append(Sentence(tokens: TokenRange(first, token + 1)))
      first = token + 1
    }
  }

  private func ends(_ token: Int, _ tokens: TokenTable, _ bytes: [UInt8]) -> Bool {
    guard tokens.is(token + 1, .spaceBefore),
      tokens.isCapitalized(token + 1) || tokens.is(token + 1, .punctuation) || tokens.is(token + 1, .hasDigit)
    else {
      return false
    }
    let first = bytes[Int(tokens.start[token])]
    return first == UInt8(ascii: ".") || first == UInt8(ascii: "?") || first == UInt8(ascii: "!")
  }
}
