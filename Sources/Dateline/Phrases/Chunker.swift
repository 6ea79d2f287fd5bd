/// Groups tagged tokens into noun groups and verb groups. Writes `Analysis.phrases`.
///
/// - Complexity: O(tokens): one pass; a group's look-ahead is bounded.
struct Chunker {
  let gazetteer: GazetteerFile
  let words: FunctionWords
  private let space = Workspace()

  /// Owns the groups of the article at hand.
  private final class Workspace {
    var nouns = Column<NounGroups.Group>()
    var verbs = Column<VerbGroups.Group>()

    deinit {
      nouns.deallocate()
      verbs.deallocate()
    }
  }

  init(gazetteer: GazetteerFile) {
    self.gazetteer = gazetteer
    words = FunctionWords(gazetteer.lexicon)
  }

  func run(_ analysis: inout Analysis) {
    let count = analysis.tokens.count
    analysis.phrases = Phrases()
    guard count > 0 else { return }
    var nounOf = [Int32].filled(-1, count: count)
    var verbOf = [Int32].filled(-1, count: count)
    // A group has a token at least.
    space.nouns.resize(count: count)
    space.verbs.resize(count: count)
    let (nouns, verbs) = (space.nouns.base, space.verbs.base)
    nounOf.withUnsafeMutableBufferPointer { nounOf in
      verbOf.withUnsafeMutableBufferPointer { verbOf in
        let found = analysis.tokens.withColumns { tokens in
          scan(analysis.sentences, tokens, nouns, verbs, nounOf.baseAddress!, verbOf.baseAddress!)
        }
        analysis.phrases.nouns.groups.append(contentsOf: UnsafeBufferPointer(start: nouns, count: found?.nouns ?? 0))
        analysis.phrases.verbs.groups.append(contentsOf: UnsafeBufferPointer(start: verbs, count: found?.verbs ?? 0))
      }
    }
    analysis.phrases.nounOf = nounOf
    analysis.phrases.verbOf = verbOf
  }

  /// Tags with which a group can start.
  private static let openers =
    TagBits.noun | TagBits.adjective | TagBits.adverb | TagBits.verb | Tag.to.bit | Tag.md.bit | Tag.prp.bit | Tag.ex.bit | Tag.wp.bit
    | Tag.wdt.bit | Tag.wps.bit | Tag.pdt.bit | Tag.dt.bit | Tag.prps.bit | Tag.cd.bit | Tag.sym.bit

  /// Writes the groups of all sentences and each token's; returns how many there are.
  private func scan(
    _ sentences: [Sentence], _ tokens: TokenColumns, _ nouns: UnsafeMutablePointer<NounGroups.Group>,
    _ verbs: UnsafeMutablePointer<VerbGroups.Group>, _ nounOf: UnsafeMutablePointer<Int32>, _ verbOf: UnsafeMutablePointer<Int32>
  ) -> (nouns: Int, verbs: Int) {
    var nounCount = 0
    var verbCount = 0
    let openers = Chunker.openers
    // Values whose methods read the columns: as arguments the columns would be copied at every call.
    let nounScan = NounGroupScan(tokens: tokens)
    let verbScan = VerbGroupScan(tokens: tokens, words: words)
    for sentence in sentences {
      let end = Int(sentence.tokens.end)
      var index = sentence.tokens.first
      while index < end {
        if tokens.tag[index].bit & openers == 0 {
          index += 1
        } else if let group = verbScan.scan(index, end) {
          let next = Int(group.end)
          for token in index..<next { verbOf[token] = Int32(truncatingIfNeeded: verbCount) }
          verbs[verbCount] = group
          verbs[verbCount].start = Int32(truncatingIfNeeded: index)
          verbCount += 1
          index = next
        } else if let group = nounScan.scan(index, end) {
          let next = Int(group.end)
          for token in index..<next { nounOf[token] = Int32(truncatingIfNeeded: nounCount) }
          nouns[nounCount] = group
          nouns[nounCount].start = Int32(truncatingIfNeeded: index)
          nounCount += 1
          index = next
        } else {
          index += 1
        }
      }
    }
    return (nounCount, verbCount)
  }
}
