/// Groups tagged tokens into noun groups and verb groups. Writes `Analysis.phrases`.
///
/// - Complexity: O(tokens): one pass; a group's look-ahead is bounded.
struct Chunker {
  let gazetteer: GazetteerFile
  let words: FunctionWords

  init(gazetteer: GazetteerFile) {
    self.gazetteer = gazetteer
    words = FunctionWords(gazetteer.lexicon)
  }

  func run(_ analysis: inout Analysis) {
    let count = analysis.tokens.count
    analysis.phrases = Phrases()
    guard count > 0 else { return }
    var nouns = NounGroups()
    var verbs = VerbGroups()
    nouns.reserve(count / 4 + 4)
    verbs.reserve(count / 6 + 4)
    var nounOf = [Int32](repeating: -1, count: count)
    var verbOf = [Int32](repeating: -1, count: count)
    nounOf.withUnsafeMutableBufferPointer { nounOf in
      verbOf.withUnsafeMutableBufferPointer { verbOf in
        _ = analysis.tokens.withColumns { tokens in
          for sentence in analysis.sentences {
            let end = Int(sentence.tokens.end)
            var index = sentence.tokens.first
            while index < end {
              if let group = VerbGroupScan.scan(index, end, tokens, words) {
                let number = Int32(truncatingIfNeeded: verbs.count)
                for token in index..<group.end { verbOf[token] = number }
                verbs.append(start: index, group)
                index = group.end
              } else if let group = NounGroupScan.scan(index, end, tokens, words) {
                let number = Int32(truncatingIfNeeded: nouns.count)
                for token in index..<group.end { nounOf[token] = number }
                nouns.append(start: index, group)
                index = group.end
              } else {
                index += 1
              }
            }
          }
        }
      }
    }
    analysis.phrases.nouns = nouns
    analysis.phrases.verbs = verbs
    analysis.phrases.nounOf = nounOf
    analysis.phrases.verbOf = verbOf
  }
}
