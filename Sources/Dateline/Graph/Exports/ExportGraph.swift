/// The article graph as nodes and edges, for the exports: entities, quotations and the values that facts name are nodes; facts, speakers and
/// addressees are edges.
public struct ExportGraph: Sendable {
  public struct Node: Sendable {
    /// "e1", "q2", "v3".
    public var id: String
    public var kind: String
    public var label: String
  }

  public struct Edge: Sendable {
    /// Indices into `nodes`.
    public var from: Int
    public var to: Int
    /// The predicate, or "said".
    public var label: String
    /// The words that say so.
    public var text: String
    public var isNegative: Bool
  }

  public private(set) var id: String
  public private(set) var nodes: [Node] = []
  public private(set) var edges: [Edge] = []

  /// The node's label.
  public func label(_ node: Int) -> String { nodes[node].label }

  public init(_ analysis: Analysis, _ options: GraphOptions) {
    id = analysis.article.id
    let selection = GraphSelection(analysis, options)
    var entityNode: [Int: Int] = [:]
    var valueNode: [Int: Int] = [:]
    for (number, index) in selection.entities.enumerated() {
      entityNode[index] = nodes.count
      nodes.append(Node(id: "e\(number + 1)", kind: analysis.entities[index].type.name, label: analysis.name(of: analysis.entities[index])))
    }
    for (number, index) in selection.values.enumerated() {
      valueNode[index] = nodes.count
      nodes.append(
        Node(id: "v\(number + 1)", kind: analysis.values[index].kind.name, label: analysis.article.text(analysis.values[index].span)))
    }
    for (number, index) in selection.quotes.enumerated() {
      let quote = analysis.quotes[index]
      let node = nodes.count
      let text = quote.fragments.map { analysis.article.text($0) }.joined(separator: " … ")
      nodes.append(Node(id: "q\(number + 1)", kind: "quotation", label: text))
      let cue = quote.cue.map { analysis.article.text($0.span) } ?? ""
      if let speaker = entityNode[Int(quote.speaker.entity)] {
        edges.append(Edge(from: speaker, to: node, label: "said", text: cue, isNegative: false))
      }
      if let hearer = entityNode[Int(quote.addressee)] {
        edges.append(Edge(from: node, to: hearer, label: "addressed_to", text: cue, isNegative: false))
      }
    }
    guard selection.writesFacts else { return }
    for fact in analysis.facts.sorted(by: { $0.span.start < $1.span.start }) {
      let ends = fact.arguments.compactMap { entityNode[Int($0.entity)] ?? valueNode[Int($0.value)] }
      guard ends.count >= 2 else { continue }
      for target in ends.dropFirst() {
        edges.append(
          Edge(from: ends[0], to: target, label: fact.predicate.text, text: analysis.article.text(fact.span), isNegative: fact.isNegative))
      }
    }
  }
}

/// Escaping for the exports.
enum Escape {
  /// For XML and HTML text and attributes; control characters, which XML 1.0 forbids, become blanks.
  static func xml(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default:
        let forbidden = scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value == 0xFFFE || scalar.value == 0xFFFF
        result.unicodeScalars.append(forbidden ? " " : scalar)
      }
    }
    return result
  }

  /// For strings between double quotes in DOT and Cypher.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(Character(scalar))
      case "\n", "\r", "\t": result += " "
      default: if scalar.value >= 0x20 { result.unicodeScalars.append(scalar) }
      }
    }
    return result + "\""
  }

  /// At most `count` characters, with an ellipsis.
  static func short(_ text: String, _ count: Int) -> String { text.count > count ? String(text.prefix(count - 1)) + "…" : text }
}
