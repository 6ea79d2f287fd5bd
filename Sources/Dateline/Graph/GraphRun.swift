/// One writing of one analysis: the parts of the graph, in order.
struct GraphRun: ~Copyable {
  let analysis: Analysis
  let graph: GraphSelection
  let map: OffsetMap
  let text: UnsafeBufferPointer<UInt8>
  var output: JSONOutput

  // MARK: Small parts

  mutating func bounds(_ span: Span) {
    output.key("start")
    output.integer(map.convert(span.start))
    output.key("end")
    output.integer(map.convert(span.end))
  }

  mutating func words(_ span: Span) {
    bounds(span)
    output.key("text")
    slice(span)
  }

  mutating func slice(_ span: Span) {
    let low = max(0, min(Int(span.start), text.count))
    let high = max(low, min(Int(span.end), text.count))
    output.string(UnsafeBufferPointer(rebasing: text[low..<high]))
  }

  mutating func id(_ letter: UInt8, _ number: Int) {
    output.identifier(letter, number)
  }

  mutating func evidence(_ range: Range<Int32>) {
    output.key("evidence")
    output.beginArray()
    for index in range {
      output.beginObject()
      output.key("kind")
      output.name(analysis.evidence[Int(index)].kind)
      output.key("id")
      output.string(analysis.evidence[Int(index)].id)
      output.key("weight")
      output.fixed(analysis.evidence[Int(index)].weight, places: 2)
      output.endObject()
    }
    output.endArray()
  }

  mutating func optional(_ key: StaticString, _ value: String?) {
    guard let value else { return }
    output.member(key, value)
  }

  mutating func optional(_ key: StaticString, _ value: Double?) {
    guard let value, value.isFinite else { return }
    output.key(key)
    output.number(value)
  }

  mutating func entityReference(_ key: StaticString, _ entity: Int32) {
    guard graph.writes(entity: entity) else { return }
    output.key(key)
    id(UInt8(ascii: "e"), graph.entityID[Int(entity)])
  }

  mutating func valueReference(_ key: StaticString, _ value: Int32) {
    guard value >= 0, Int(value) < graph.valueID.count, graph.valueID[Int(value)] > 0 else { return }
    output.key(key)
    id(UInt8(ascii: "v"), graph.valueID[Int(value)])
  }

  // MARK: Parts of the graph

  mutating func article() {
    output.key("article")
    output.beginObject()
    if let title = analysis.article.title {
      output.key("headline")
      output.string(title)
    } else if let headline = analysis.zones.first(where: { $0.kind == .headline }) {
      output.key("headline")
      slice(headline.span)
    }
    if let byline = analysis.zones.first(where: { $0.kind == .byline }) {
      output.key("byline")
      slice(byline.span)
    }
    if let dateline = analysis.dateline {
      output.key("dateline")
      output.beginObject()
      entityReference("place", entity(in: dateline.place))
      entityReference("agency", entity(in: dateline.agency))
      bounds(dateline.span)
      output.endObject()
    }
    output.key("published")
    output.beginObject()
    if let published = analysis.article.published {
      output.key("date")
      output.string(published.iso)
    }
    output.key("from")
    output.string(analysis.article.published == nil ? "none" as StaticString : "input")
    output.endObject()
    output.endObject()
  }

  private func entity(in range: TokenRange?) -> Int32 {
    guard let range, !range.isEmpty, let mention = analysis.mention(at: range.first) else { return -1 }
    return analysis.mentions[mention].entity
  }

  mutating func zonesAndSentences() {
    output.key("zones")
    output.beginArray()
    for zone in analysis.zones {
      output.beginObject()
      output.key("kind")
      output.name(zone.kind)
      bounds(zone.span)
      output.endObject()
    }
    output.endArray()
    output.key("sentences")
    output.beginArray()
    for sentence in analysis.sentences {
      output.beginObject()
      bounds(analysis.tokens.span(sentence.tokens))
      output.endObject()
    }
    output.endArray()
  }

  mutating func entities() {
    output.key("entities")
    output.beginArray()
    for index in graph.entities {
      let entity = analysis.entities[index]
      output.beginObject()
      output.key("id")
      id(UInt8(ascii: "e"), graph.entityID[index])
      output.key("type")
      output.name(entity.type)
      if !entity.subtype.isEmpty { optional("subtype", entity.subtype) }
      output.key("name")
      output.string(entity.name)
      output.key("aliases")
      output.beginArray()
      for alias in entity.aliases { output.string(alias) }
      output.endArray()
      attributes(entity)
      links(entity)
      output.key("salience")
      output.fixed(entity.salience, places: 2)
      output.key("confidence")
      output.fixed(entity.confidence, places: 2)
      mentions(entity)
      output.endObject()
    }
    output.endArray()
  }

  private mutating func attributes(_ entity: Entity) {
    output.key("attributes")
    output.beginObject()
    if entity.gender != .unknown {
      output.key("gender")
      output.name(entity.gender)
    }
    if !entity.roles.isEmpty {
      output.key("roles")
      output.beginArray()
      for role in entity.roles { output.string(role) }
      output.endArray()
    }
    output.endObject()
  }

  private mutating func links(_ entity: Entity) {
    output.key("links")
    output.beginArray()
    for link in entity.links {
      output.beginObject()
      output.key("source")
      output.string(link.source)
      output.key("id")
      output.string(link.id)
      number("latitude", link.latitude)
      number("longitude", link.longitude)
      optional("country", link.country)
      optional("region", link.region)
      optional("reason", link.reason?.name)
      output.endObject()
    }
    output.endArray()
  }

  /// A decimal number that the tables hold as text.
  private mutating func number(_ key: StaticString, _ text: String?) {
    guard let text, let value = Double(text), value.isFinite else { return }
    output.key(key)
    output.number(value)
  }

  private mutating func mentions(_ entity: Entity) {
    output.key("mentions")
    output.beginArray()
    for number in entity.mentions {
      let mention = analysis.mentions[Int(number)]
      guard mention.confidence >= graph.minimumConfidence else { continue }
      output.beginObject()
      words(mention.span)
      output.key("form")
      output.name(mention.form)
      output.key("confidence")
      output.fixed(mention.confidence, places: 2)
      evidence(mention.evidence)
      output.endObject()
    }
    output.endArray()
  }
}
