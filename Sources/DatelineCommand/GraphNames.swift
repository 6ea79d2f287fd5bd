import Dateline

/// The names of one article's graph, as `diff` compares them: read back from the JSON that users get, so that graphs of today and graphs kept
/// from another version are compared alike.
struct GraphNames {
  /// A mention that is a name or an adjective of nationality.
  struct Name {
    /// Offsets in code points.
    var start: Int
    var end: Int
    var text: String
    var type: String
  }

  var id = ""
  /// In text order.
  var names: [Name] = []

  /// Reads one graph.
  ///
  /// - Throws: `GraphNamesError` when the text is no graph, or counts offsets in other units than code points.
  static func read(_ json: UnsafeBufferPointer<UInt8>) throws(GraphNamesError) -> GraphNames {
    var reader = JSONObjectReader(json, keepsNested: true)
    let members: [(key: String, value: JSONValue)]
    do throws(JSONError) { members = try reader.members() } catch { throw GraphNamesError(message: "\(error)") }
    guard value("schema", members)?.text == "dateline.graph/1" else {
      throw GraphNamesError(
        message: "expected a graph of schema dateline.graph/1, one object a line, as “dateline extract --format jsonl” writes it")
    }
    guard value("offsets", members)?.text == "scalar" else {
      throw GraphNamesError(message: "expected offsets in code points; write the graphs again without --offsets")
    }
    var graph = GraphNames()
    graph.id = value("id", members)?.text ?? ""
    for entity in objects(value("entities", members)) {
      let type = value("type", entity)?.text ?? ""
      for mention in objects(value("mentions", entity)) {
        let form = value("form", mention)?.text
        guard form == "name" || form == "demonym", let start = number("start", mention), let end = number("end", mention) else { continue }
        graph.names.append(Name(start: start, end: end, text: value("text", mention)?.text ?? "", type: type))
      }
    }
    graph.names.sort { ($0.start, $0.end, $0.type) < ($1.start, $1.end, $1.type) }
    return graph
  }

  private typealias Members = [(key: String, value: JSONValue)]

  private static func value(_ key: String, _ members: Members) -> JSONValue? { members.first { $0.key == key }?.value }

  private static func objects(_ value: JSONValue?) -> [Members] {
    guard case .array(let items) = value else { return [] }
    return items.compactMap { if case .object(let members) = $0 { members } else { nil } }
  }

  private static func number(_ key: String, _ members: Members) -> Int? {
    guard case .number(let number) = value(key, members), number >= 0, number < 1e15 else { return nil }
    return Int(number)
  }
}

/// Why a line is no graph to compare with.
struct GraphNamesError: Error {
  var message: String
}
