/// JSON-LD with schema.org terms.
public enum JSONLDExport {
  public static func write(_ graph: ExportGraph) -> [UInt8] {
    var output = JSONOutput()
    output.beginObject()
    output.key("@context")
    output.string("https://schema.org")
    output.key("@type")
    output.string("NewsArticle")
    output.key("identifier")
    output.string(graph.id)
    output.key("mentions")
    output.beginArray()
    let speakers = Dictionary(graph.edges.filter { $0.label == "said" }.map { ($0.to, $0.from) }, uniquingKeysWith: { first, _ in first })
    let relations = Dictionary(grouping: graph.edges.filter { $0.label != "said" && !$0.isNegative }, by: \.from)
    for (index, node) in graph.nodes.enumerated() {
      output.beginObject()
      output.key("@id")
      output.string("#" + node.id)
      output.key("@type")
      output.string(type(node.kind))
      output.key(node.kind == "quotation" ? "text" : "name")
      output.string(node.label)
      if let speaker = speakers[index] {
        output.key("spokenByCharacter")
        reference(graph.nodes[speaker].id, &output)
      }
      if let mine = relations[index] {
        output.key("additionalProperty")
        output.beginArray()
        for edge in mine { relation(edge, graph, &output) }
        output.endArray()
      }
      output.endObject()
    }
    output.endArray()
    output.endObject()
    output.newline()
    return output.bytes
  }

  private static func reference(_ id: String, _ output: inout JSONOutput) {
    output.beginObject()
    output.key("@id")
    output.string("#" + id)
    output.endObject()
  }

  private static func relation(_ edge: ExportGraph.Edge, _ graph: ExportGraph, _ output: inout JSONOutput) {
    output.beginObject()
    output.key("@type")
    output.string("PropertyValue")
    output.key("name")
    output.string(edge.label)
    output.key("value")
    reference(graph.nodes[edge.to].id, &output)
    output.key("description")
    output.string(edge.text)
    output.endObject()
  }

  private static func type(_ kind: String) -> String {
    switch kind {
    case "person": "Person"
    case "place": "Place"
    case "organization": "Organization"
    case "event": "Event"
    case "product": "Product"
    case "work": "CreativeWork"
    case "law": "Legislation"
    case "quotation": "Quotation"
    case "group": "Audience"
    default: "StructuredValue"
    }
  }
}
