import CICU

extension GraphRun {
  mutating func entities() {
    part(",\"entities\":[")
    for place in 0..<graph.entityList.count { entity(graph.item(place, of: graph.entityList), place + 1) }
    output.closeArray()
  }

  @inline(__always)
  private mutating func entity(_ index: Int, _ number: Int) {
    var pen = output.pen(room: GraphRun.room)
    id("{\"id\":\"e", number, &pen)
    pen.literal(",\"type\":\"")
    pen.name(names.entity[analysis.pointee.entities[index].type])
    if !analysis.pointee.entities[index].subtype.isEmpty {
      pen.literal("\",\"subtype\":")
      pen = string(analysis.pointee.entities[index].subtype, pen)
      pen.literal(",\"name\":")
    } else {
      pen.literal("\",\"name\":")
    }
    switch analysis.pointee.entities[index].name {
    case .words(let span): pen = slice(span, pen)
    case .table(let label): pen = string(label, pen)
    case .members: pen = string(analysis.pointee.name(of: analysis.pointee.entities[index]), pen)
    }
    pen.literal(",\"aliases\":[")
    pen = slices(analysis.pointee.entities[index].aliases.elements, pen)
    pen = attributes(index, pen)
    pen = links(index, pen)
    if case .members = analysis.pointee.entities[index].name { pen = members(index, pen) }
    pen.literal(",\"salience\":")
    pen.hundredths(analysis.pointee.entities[index].salience)
    confidence(analysis.pointee.entities[index].confidence, &pen)
    pen = mentions(index, pen)
    pen.literal("},")
    output.take(pen)
  }

  /// The elements of an array of words of the article, and its end.
  private mutating func slices(_ spans: UnsafeBufferPointer<Span>, _ pen: JSONPen) -> JSONPen {
    var pen = pen
    for span in spans {
      ensure(&pen)
      pen = slice(span, pen)
      pen.byte(UInt8(ascii: ","))
    }
    closeArray(&pen, isEmpty: spans.isEmpty)
    return pen
  }

  @inline(__always)
  private mutating func attributes(_ index: Int, _ pen: JSONPen) -> JSONPen {
    var pen = pen
    pen.literal(",\"attributes\":{")
    let hasGender = analysis.pointee.entities[index].gender != .unknown
    if hasGender {
      pen.literal("\"gender\":\"")
      pen.name(names.gender[analysis.pointee.entities[index].gender])
      pen.byte(UInt8(ascii: "\""))
    }
    let hasOffice = !analysis.pointee.entities[index].office.isEmpty
    if hasOffice {
      if hasGender { pen.byte(UInt8(ascii: ",")) }
      pen.literal("\"office\":")
      pen = string(analysis.pointee.entities[index].office, pen)
    }
    if !analysis.pointee.entities[index].roles.isEmpty {
      if hasGender || hasOffice { pen.byte(UInt8(ascii: ",")) }
      pen.literal("\"roles\":[")
      pen = slices(analysis.pointee.entities[index].roles.elements, pen)
    }
    pen.byte(UInt8(ascii: "}"))
    return pen
  }

  /// The entities that this one means together.
  private mutating func members(_ index: Int, _ pen: JSONPen) -> JSONPen {
    var pen = pen
    pen.literal(",\"members\":[")
    var isEmpty = true
    for member in analysis.pointee.members(of: analysis.pointee.entities[index]) {
      ensure(&pen)
      guard entityReference("\"e", member, &pen) else { continue }
      pen.byte(UInt8(ascii: ","))
      isEmpty = false
    }
    closeArray(&pen, isEmpty: isEmpty)
    return pen
  }

  @inline(__always)
  private mutating func links(_ index: Int, _ pen: JSONPen) -> JSONPen {
    var pen = pen
    pen.literal(",\"links\":[")
    for link in analysis.pointee.entities[index].links {
      pen.literal("{\"source\":")
      pen = string(link.source, pen)
      pen.literal(",\"id\":")
      pen = string(link.id, pen)
      decimal(",\"latitude\":", link.latitude, &pen)
      decimal(",\"longitude\":", link.longitude, &pen)
      optional(",\"country\":", link.country, &pen)
      optional(",\"region\":", link.region, &pen)
      optional(",\"reason\":", link.reason?.name, &pen)
      pen.literal("},")
    }
    closeArray(&pen, isEmpty: analysis.pointee.entities[index].links.isEmpty)
    return pen
  }

  /// A decimal number that the tables hold as text.
  private mutating func decimal(_ key: StaticString, _ text: String?, _ pen: inout JSONPen) {
    guard let text else { return }
    let isCopied =
      text.utf8.withContiguousStorageIfAvailable { bytes in
        guard JSONPen.isShortest(bytes) else { return false }
        pen.literal(key)
        pen.text(bytes.baseAddress!, bytes.count)
        return true
      } ?? false
    guard !isCopied, let value = Double(text), value.isFinite else { return }
    pen.literal(key)
    pen.number(value)
  }

  @inline(__always)
  private mutating func mentions(_ entity: Int, _ pen: JSONPen) -> JSONPen {
    var pen = pen
    pen.literal(",\"mentions\":[")
    var isEmpty = true
    var number = analysis.pointee.entities[entity].mentions.first
    var overlap = analysis.pointee.entities[entity].overlaps.first
    while number >= 0 {
      let own = analysis.pointee.mentions[Int(number)]
      fetchEvidence(ofMention: own.next)
      while overlap >= 0, analysis.pointee.overlaps[Int(overlap)].span.start <= own.span.start {
        pen = mention(analysis.pointee.overlaps[Int(overlap)], pen, &isEmpty)
        overlap = analysis.pointee.overlaps[Int(overlap)].next
      }
      pen = mention(own, pen, &isEmpty)
      number = own.next
    }
    while overlap >= 0 {
      pen = mention(analysis.pointee.overlaps[Int(overlap)], pen, &isEmpty)
      overlap = analysis.pointee.overlaps[Int(overlap)].next
    }
    closeArray(&pen, isEmpty: isEmpty)
    return pen
  }

  /// Asks for the memory of what speaks for the mention that is written next: an entity's mentions lie scattered over the article's.
  @inline(__always) private func fetchEvidence(ofMention number: Int32) {
    guard number >= 0 else { return }
    cicu_prefetch(analysis.pointee.evidence.address + Int(analysis.pointee.mentions.address[Int(number)].evidence.lowerBound))
  }

  private mutating func mention(_ mention: Mention, _ pen: JSONPen, _ isEmpty: inout Bool) -> JSONPen {
    guard mention.confidence >= graph.minimumConfidence else { return pen }
    var pen = pen
    isEmpty = false
    pen.byte(UInt8(ascii: "{"))
    pen = words(mention.span, pen)
    pen.literal(",\"form\":\"")
    pen.name(names.form[mention.form])
    pen.byte(UInt8(ascii: "\""))
    confidence(mention.confidence, &pen)
    pen = evidence(mention.evidence, pen)
    pen.literal("},")
    return pen
  }
}
