/// One page with the article's text, its names, values and quotations marked; hovering shows what each is and why.
public enum HTMLExport {
  private struct Mark {
    var span: Span
    var kind: String
    var title: String
  }

  /// - Parameter options: as for the graph: what is marked, from which confidence on.
  public static func write(_ graph: ExportGraph, _ analysis: Analysis, _ options: GraphOptions = GraphOptions()) -> String {
    let selection = GraphSelection(analysis, options)
    var marks: [Mark] = []
    for mention in analysis.mentions where selection.writes(entity: mention.entity) && mention.confidence >= options.minimumConfidence {
      let entity = analysis.entities[Int(mention.entity)]
      let reasons = mention.evidence.map { analysis.evidence[Int($0)].id.text }.joined(separator: ", ")
      let title = "\(entity.type.name): \(analysis.name(of: entity)) (\(mention.form.name)) — \(reasons)"
      marks.append(Mark(span: mention.span, kind: entity.type.name, title: title))
    }
    for value in selection.values.map({ analysis.values[$0] }) {
      marks.append(Mark(span: value.span, kind: "value", title: "\(value.kind.name) \(value.timex ?? "") — \(value.rule)"))
    }
    marks.sort { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
    var body = ""
    var at: Int32 = 0
    for mark in marks where mark.span.start >= at {
      body += Escape.xml(analysis.article.text(Span(at, mark.span.start)))
      body += "<span class=\"\(mark.kind)\" title=\"\(Escape.xml(mark.title))\">\(Escape.xml(analysis.article.text(mark.span)))</span>"
      at = mark.span.end
    }
    body += Escape.xml(analysis.article.text(Span(Int(at), analysis.article.bytes.count)))
    var rows = ""
    for edge in graph.edges {
      rows += "<tr><td>\(Escape.xml(graph.label(edge.from)))</td><td>\(edge.isNegative ? "not " : "")\(Escape.xml(edge.label))</td>"
      rows += "<td>\(Escape.xml(graph.label(edge.to)))</td></tr>\n"
    }
    return """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>\(Escape.xml(graph.id))</title><style>
      body { font: 17px/1.6 Georgia, serif; max-width: 46em; margin: 2em auto; padding: 0 1em; } .text { white-space: pre-wrap; }
      .text span { border-radius: 3px; padding: 0 2px; } .person { background: #ffe3b3; } .place { background: #c8ecd0; } .organization { background: #cfe2ff; }
      .group, .event, .product, .work, .law { background: #eadcf8; } .value { background: #eee; } table { border-collapse: collapse; } td { border-top: 1px solid #ddd; padding: 4px 10px; vertical-align: top; }
      </style></head><body>
      <h1>\(Escape.xml(graph.id))</h1>
      <div class="text">\(body)</div>
      <h2>Relations</h2>
      <table>
      \(rows)</table>
      </body></html>

      """
  }
}
