/// Names of feasts and their rules (`values/feasts.tsv`), read once.
final class FeastTable: Sendable {
  private struct Entry {
    var rule: FeastRule
    /// Whether the name means the feast only with a capital: "New Year".
    var needsCapital: Bool
  }

  private let entries: [String: Entry]
  /// A bit for each word that the last word of a longer name stands behind: "Friday" is asked for feasts behind "Good" only.
  private let beforeLast: LexemeSet
  /// The value of the words in class season that belong to feasts.
  static let feastWord: Int64 = 5
  /// What gives away a feast, or ends its name.
  static let heads = WordClassSet(.season, .timeNoun, .weekday, .timeOfDay)
  /// Words of the longest name.
  let longest: Int

  init(_ gazetteer: GazetteerFile) {
    let lexicon = gazetteer.lexicon
    var entries: [String: Entry] = [:]
    beforeLast = LexemeSet(lexemes: lexicon.count)
    var longest = 1
    if var reader = gazetteer.rows(of: "values/feasts.tsv", columns: ["name", "rule", "flags"]) {
      while reader.next() {
        guard let rule = FeastRule(reader.string(1)) else { continue }
        let name = reader.string(0)
        entries[name] = Entry(rule: rule, needsCapital: reader.string(2) == "capital")
        let words = name.split(separator: " ").map(String.init)
        longest = max(longest, words.count)
        // Of other names one word is of class season.
        guard words.count > 1, let last = lexicon.lexeme(words[words.count - 1]), lexicon.info(last).classes.intersects(FeastTable.heads)
        else { continue }
        var owners = [words[words.count - 2]]
        // "mothers day" is written "Mother's Day", too.
        if let owner = owners[0].utf8.last == UInt8(ascii: "s") ? owners[0].dropLast() : nil { owners.append(String(owner)) }
        for owner in owners {
          if let lexeme = lexicon.lexeme(owner) { beforeLast.insert(lexeme) }
        }
      }
    }
    self.entries = entries
    self.longest = longest
  }

  deinit { beforeLast.deallocate() }

  /// Whether a name of two words or more may end behind this word.
  @inline(__always)
  func mayEnd(behind lexeme: LexemeID) -> Bool { beforeLast.contains(lexeme) }

  /// The rule of a name in small letters, without apostrophes and with blanks for hyphens.
  func rule(_ name: String, isCapital: Bool) -> FeastRule? {
    guard let entry = entries[name], isCapital || !entry.needsCapital else { return nil }
    return entry.rule
  }
}
