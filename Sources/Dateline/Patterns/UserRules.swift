/// What is wrong with a file of rules, where, and what to do.
public struct RuleFileError: Error, Sendable, CustomStringConvertible {
  public let file: String
  /// From 1.
  public let line: Int
  public let message: String
  public let hint: String

  public var description: String { "\(file):\(line): \(message); \(hint)" }
}

/// Rules of the user's own for names, read from files in spaCy's EntityRuler format: one JSON object a line, with `label`, `pattern` and, if wanted,
/// `id`. Compiled once, shared by all workers.
///
/// A match is a mention of the label's type and wins over what the names' model says; among matches that overlap the longest wins, then the first in
/// the text, then the first in the files.
public final class UserRules: Sendable {
  /// What one rule's matches become.
  struct Outcome: Sendable {
    var type: EntityType
    /// What the mention's evidence says: the rule's file and line, and its id.
    var evidence: Label
    /// A key that rules of one id and type share; 0 without id.
    var identity: UInt64
  }

  let set: RuleSet
  let outcomes: [Outcome]
  /// Names the contents of the files.
  public let hash: UInt64

  /// Number of rules.
  public var count: Int { outcomes.count }

  /// - Parameter files: paths, for messages and evidence, with the files' bytes.
  /// - Throws: `RuleFileError` for the first line that is no rule.
  public init(files: [(path: String, bytes: [UInt8])], gazetteer: GazetteerFile) throws(RuleFileError) {
    let reader = EntityRulerReader(lexicon: gazetteer.lexicon)
    var rules: [Rule] = []
    var outcomes: [Outcome] = []
    var places: [(file: String, line: Int)] = []
    var state: UInt64 = 0x0DA7_E11E
    for file in files {
      state = ByteHash.mix(
        state ^ file.bytes.withUnsafeBufferPointer { $0.isEmpty ? 1 : ByteHash.hash($0.baseAddress!, $0.count) }, 0xA076_1D64_78BD_642F)
      let name = String(file.path.split(separator: "/").last ?? "rules")
      var line = 0
      for bytes in file.bytes.split(separator: 10, omittingEmptySubsequences: false) {
        line += 1
        if bytes.allSatisfy({ $0 == 32 || $0 == 13 || $0 == 9 }) { continue }
        let read: EntityRulerReader.Line
        do throws(EntityRulerReader.Problem) {
          read = try Array(bytes).withUnsafeBufferPointer { (buffer) throws(EntityRulerReader.Problem) in try reader.read(buffer) }
        } catch {
          throw RuleFileError(file: file.path, line: line, message: error.message, hint: error.hint)
        }
        let place = "\(name):\(line)"
        rules.append(Rule(id: place, pattern: read.pattern))
        places.append((file.path, line))
        outcomes.append(
          Outcome(
            type: read.type, evidence: Label(read.id.map { "\(place) \($0)" } ?? place), identity: read.id.map(UserRules.identity) ?? 0))
      }
    }
    set = RuleSet(rules, lexicon: gazetteer.lexicon)
    if let fault = set.faults.first {
      throw RuleFileError(file: places[fault.number].file, line: places[fault.number].line, message: fault.message, hint: fault.hint)
    }
    self.outcomes = outcomes
    hash = state
  }

  private static func identity(_ id: String) -> UInt64 {
    let bytes = Array(id.utf8)
    return bytes.isEmpty ? 0 : bytes.withUnsafeBufferPointer { ByteHash.hash($0.baseAddress!, $0.count) }
  }
}
