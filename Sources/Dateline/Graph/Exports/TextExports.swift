/// Graphviz's DOT language.
public enum DotExport {
  public static func write(_ graph: ExportGraph) -> String {
    var output = "digraph article {\n  rankdir=LR;\n  node [fontname=\"Helvetica\"];\n"
    for node in graph.nodes {
      output +=
        "  \(node.id) [label=\(Escape.quoted(Escape.short(node.label, 60))), shape=\(shape(node.kind)), tooltip=\(Escape.quoted(node.kind))];\n"
    }
    for edge in graph.edges {
      let style = edge.isNegative ? ", style=dashed" : ""
      output +=
        "  \(graph.nodes[edge.from].id) -> \(graph.nodes[edge.to].id) [label=\(Escape.quoted((edge.isNegative ? "not " : "") + edge.label))\(style)];\n"
    }
    return output + "}\n"
  }

  private static func shape(_ kind: String) -> String {
    switch kind {
    case "person": "ellipse"
    case "place": "house"
    case "organization": "box"
    case "quotation": "note"
    default: "plaintext"
    }
  }
}

/// GraphML, as yEd, Gephi and networkx read it.
public enum GraphMLExport {
  public static func write(_ graph: ExportGraph) -> String {
    var output = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="kind" for="node" attr.name="kind" attr.type="string"/>
        <key id="label" for="node" attr.name="label" attr.type="string"/>
        <key id="relation" for="edge" attr.name="relation" attr.type="string"/>
        <key id="text" for="edge" attr.name="text" attr.type="string"/>
        <key id="negative" for="edge" attr.name="negative" attr.type="boolean"/>
        <graph id="\(Escape.xml(graph.id))" edgedefault="directed">

      """
    for node in graph.nodes {
      output +=
        "    <node id=\"\(node.id)\"><data key=\"kind\">\(Escape.xml(node.kind))</data><data key=\"label\">\(Escape.xml(node.label))</data></node>\n"
    }
    for (number, edge) in graph.edges.enumerated() {
      output += "    <edge id=\"r\(number + 1)\" source=\"\(graph.nodes[edge.from].id)\" target=\"\(graph.nodes[edge.to].id)\">"
      output += "<data key=\"relation\">\(Escape.xml(edge.label))</data><data key=\"text\">\(Escape.xml(edge.text))</data>"
      output += "<data key=\"negative\">\(edge.isNegative)</data></edge>\n"
    }
    return output + "  </graph>\n</graphml>\n"
  }
}

/// Cypher statements, for graph databases.
public enum CypherExport {
  public static func write(_ graph: ExportGraph) -> String {
    var output = ""
    let article = Escape.quoted(graph.id)
    for node in graph.nodes {
      output += "MERGE (n:\(label(node.kind)) {article: \(article), id: \"\(node.id)\"}) SET n.name = \(Escape.quoted(node.label));\n"
    }
    for edge in graph.edges {
      let from = graph.nodes[edge.from]
      let to = graph.nodes[edge.to]
      output +=
        "MATCH (a:\(label(from.kind)) {article: \(article), id: \"\(from.id)\"}), (b:\(label(to.kind)) {article: \(article), id: \"\(to.id)\"}) "
      output += "MERGE (a)-[:\(edge.label.uppercased()) {text: \(Escape.quoted(edge.text)), negative: \(edge.isNegative)}]->(b);\n"
    }
    return output
  }

  private static func label(_ kind: String) -> String { kind.prefix(1).uppercased() + kind.dropFirst() }
}
