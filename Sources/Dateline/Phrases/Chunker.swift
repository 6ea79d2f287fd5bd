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
    var tags = Column<UInt64>()

    deinit {
      nouns.deallocate()
      verbs.deallocate()
      tags.deallocate()
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
    var nounOf = [Int32].filled(-1, count: count + GroupColumns.slack)
    var verbOf = [Int32].filled(-1, count: count + GroupColumns.slack)
    // A group has a token at least.
    space.nouns.resize(count: count)
    space.verbs.resize(count: count)
    let (nouns, verbs) = (space.nouns.base, space.verbs.base)
    nounOf.withUnsafeMutableBufferPointer { nounOf in
      verbOf.withUnsafeMutableBufferPointer { verbOf in
        var found = GroupColumns(nouns: nouns, verbs: verbs, nounOf: nounOf.baseAddress!, verbOf: verbOf.baseAddress!)
        // By address: the table would be copied, with the references of all columns.
        let tokens = withUnsafePointer(to: &analysis.tokens) { TokenColumns($0) }
        scan(analysis.sentences, tokens, GroupTags(tokens.tag, count, in: &space.tags), &found)
        analysis.phrases.nouns.groups.append(contentsOf: UnsafeBufferPointer(start: nouns, count: found.nounCount))
        analysis.phrases.verbs.groups.append(contentsOf: UnsafeBufferPointer(start: verbs, count: found.verbCount))
      }
    }
    nounOf.removeLast(GroupColumns.slack)
    verbOf.removeLast(GroupColumns.slack)
    analysis.phrases.nounOf = nounOf
    analysis.phrases.verbOf = verbOf
  }

  /// Tags with which a verb group starts, and those with which a noun group does; with an adverb either may.
  @inline(__always) static var verbOpeners: UInt64 { TagBits.verb | Tag.to.bit | Tag.md.bit }
  @inline(__always) static var nounOpeners: UInt64 {
    TagBits.noun | TagBits.adjective | Tag.prp.bit | Tag.ex.bit | Tag.wp.bit | Tag.wdt.bit | Tag.wps.bit | Tag.pdt.bit | Tag.dt.bit
      | Tag.prps.bit | Tag.cd.bit | Tag.sym.bit
  }

  /// Writes the groups of all sentences and each token's.
  private func scan(_ sentences: [Sentence], _ tokens: TokenColumns, _ tags: GroupTags, _ found: inout GroupColumns) {
    // Values whose methods read the columns: as arguments the columns would be copied at every call.
    let nounScan = NounGroupScan(tokens: tokens, tags: tags)
    let verbScan = VerbGroupScan(tokens: tokens, words: words)
    for sentence in sentences {
      let end = Int(sentence.tokens.end)
      var index = tags.openers.next(from: sentence.tokens.first, limit: end)
      while index < end {
        let opener = tokens.tag[index].bit
        if opener & Chunker.nounOpeners != 0 {
          index = nounScan.scan(index, end).map { found.add($0, from: index) } ?? index + 1
        } else if opener & Chunker.verbOpeners != 0 {
          index = verbScan.scan(index, end).map { found.add($0, from: index) } ?? index + 1
        } else if let group = verbScan.negated(index, end) {
          index = found.add(group, from: index)
        } else {
          index = nounScan.modified(index, end).map { found.add($0, from: index) } ?? index + 1
        }
        index = tags.openers.next(from: index, limit: end)
      }
    }
  }
}

/// The groups of an article as they are found, from left to right.
private struct GroupColumns {
  private let nouns: UnsafeMutablePointer<NounGroups.Group>
  private let verbs: UnsafeMutablePointer<VerbGroups.Group>
  /// For each token its group; -1 behind the last group so far.
  private let nounOf: UnsafeMutablePointer<Int32>
  private let verbOf: UnsafeMutablePointer<Int32>
  private(set) var nounCount = 0
  private(set) var verbCount = 0

  /// Tokens are marked so many at a time, also beyond a group's end: what lies there is free again at once.
  static let slack = 4

  init(
    nouns: UnsafeMutablePointer<NounGroups.Group>, verbs: UnsafeMutablePointer<VerbGroups.Group>, nounOf: UnsafeMutablePointer<Int32>,
    verbOf: UnsafeMutablePointer<Int32>
  ) {
    self.nouns = nouns
    self.verbs = verbs
    self.nounOf = nounOf
    self.verbOf = verbOf
  }

  /// Adds a group; returns the token behind it.
  @inline(__always)
  mutating func add(_ group: NounGroups.Group, from start: Int) -> Int {
    nouns[nounCount] = group
    nouns[nounCount].start = Int32(truncatingIfNeeded: start)
    GroupColumns.mark(nounOf, start, Int(group.end), Int32(truncatingIfNeeded: nounCount))
    nounCount &+= 1
    return Int(group.end)
  }

  @inline(__always)
  mutating func add(_ group: VerbGroups.Group, from start: Int) -> Int {
    verbs[verbCount] = group
    verbs[verbCount].start = Int32(truncatingIfNeeded: start)
    GroupColumns.mark(verbOf, start, Int(group.end), Int32(truncatingIfNeeded: verbCount))
    verbCount &+= 1
    return Int(group.end)
  }

  @inline(__always)
  private static func mark(_ column: UnsafeMutablePointer<Int32>, _ start: Int, _ end: Int, _ group: Int32) {
    var token = start
    repeat {
      UnsafeMutableRawPointer(column + token).storeBytes(of: SIMD4(repeating: group), as: SIMD4<Int32>.self)
      token &+= slack
    } while token < end
    UnsafeMutableRawPointer(column + end).storeBytes(of: SIMD4(repeating: -1), as: SIMD4<Int32>.self)
  }
}
