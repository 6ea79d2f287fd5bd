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
    for (index, node) in graph.nodes.enumerated() {
      output.beginObject()
      output.key("@id")
      output.string("#" + node.id)
      output.key("@type")
      output.string(type(node.kind))
      output.key(node.kind == "quotation" ? "text" : "name")
      output.string(node.label)
      for edge in graph.edges where edge.to == index && edge.label == "said" {
        output.key("spokenByCharacter")
        reference(graph.nodes[edge.from].id, &output)
        break
      }
      let relations = graph.edges.filter { $0.from == index && $0.label != "said" && !$0.isNegative }
      if !relations.isEmpty {
        output.key("additionalProperty")
        output.beginArray()
        for edge in relations { relation(edge, graph, &output) }
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
