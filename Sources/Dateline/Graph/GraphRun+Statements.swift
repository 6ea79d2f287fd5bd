extension GraphRun {
  mutating func values() {
    part(",\"values\":[")
    for index in graph.values { value(index) }
    output.closeArray()
  }

  private mutating func value(_ index: Int) {
    var pen = output.pen(room: GraphRun.room)
    id("{\"id\":\"v", graph.valueID[index], &pen)
    pen.literal(",\"kind\":\"")
    pen.name(names.value[analysis.values[index].kind])
    pen.literal("\",")
    pen = words(analysis.values[index].span, pen)
    pen.literal(",\"value\":{")
    number("\"number\":", analysis.values[index].number, &pen)
    if let comparison = analysis.values[index].comparison.name {
      pen.literal("\"comparison\":")
      pen = string(comparison, pen)
      pen.byte(UInt8(ascii: ","))
    }
    inner("\"unit\":", analysis.values[index].unit, &pen)
    inner("\"dimension\":", analysis.values[index].dimension, &pen)
    number("\"base\":", analysis.values[index].base, &pen)
    inner("\"currency\":", analysis.values[index].currency, &pen)
    number("\"low\":", analysis.values[index].low, &pen)
    number("\"high\":", analysis.values[index].high, &pen)
    inner("\"per\":", analysis.values[index].per, &pen)
    if analysis.values[index].approximate {
      pen.literal("\"approximate\":true}")
    } else {
      pen.literal("\"approximate\":false}")
    }
    optional(",\"timex\":", analysis.values[index].timex, &pen)
    optional(",\"from\":", analysis.values[index].from, &pen)
    optional(",\"to\":", analysis.values[index].to, &pen)
    if let of = analysis.values[index].of {
      pen.literal(",\"of\":{")
      pen = words(of, pen)
      pen.byte(UInt8(ascii: "}"))
    }
    pen.literal("},")
    output.take(pen)
  }

  /// A member that is left out when it is unknown.
  @inline(__always) mutating func optional(_ key: StaticString, _ text: String?, _ pen: inout JSONPen) {
    guard let text else { return }
    pen.literal(key)
    pen = string(text, pen)
  }

  /// The same, with a comma behind it.
  @inline(__always) private mutating func inner(_ key: StaticString, _ text: String?, _ pen: inout JSONPen) {
    guard let text else { return }
    pen.literal(key)
    pen = string(text, pen)
    pen.byte(UInt8(ascii: ","))
  }

  @inline(__always) private func number(_ key: StaticString, _ value: Double?, _ pen: inout JSONPen) {
    guard let value, value.isFinite else { return }
    pen.literal(key)
    pen.number(value)
    pen.byte(UInt8(ascii: ","))
  }

  mutating func quotes() {
    part(",\"quotes\":[")
    for index in graph.quotes { quote(index) }
    output.closeArray()
  }

  private mutating func quote(_ index: Int) {
    var pen = output.pen(room: GraphRun.room)
    id("{\"id\":\"q", graph.quoteID[index], &pen)
    pen.literal(",\"kind\":\"")
    pen.name(names.quote[analysis.quotes[index].kind])
    pen.literal("\",")
    pen = words(analysis.quotes[index].span, pen)
    pen.literal(",\"fragments\":[")
    for fragment in analysis.quotes[index].fragments {
      ensure(&pen)
      pen.byte(UInt8(ascii: "{"))
      bounds(fragment, &pen)
      pen.literal("},")
    }
    closeArray(&pen, isEmpty: analysis.quotes[index].fragments.isEmpty)
    pen = cue(index, pen)
    pen = speaker(analysis.quotes[index].speaker, pen)
    entityReference(",\"addressee\":\"e", analysis.quotes[index].addressee, &pen)
    confidence(analysis.quotes[index].confidence, &pen)
    pen = evidence(analysis.quotes[index].evidence, pen)
    pen.literal("},")
    output.take(pen)
  }

  private mutating func cue(_ index: Int, _ pen: JSONPen) -> JSONPen {
    var pen = pen
    guard let cue = analysis.quotes[index].cue else { return pen }
    pen.literal(",\"cue\":{")
    pen = words(cue.span, pen)
    pen.literal(",\"lemma\":")
    pen = string(cue.lemma, pen)
    pen.literal(",\"class\":\"")
    pen.name(names.cue[cue.cueClass])
    pen.literal("\"}")
    return pen
  }

  private mutating func speaker(_ speaker: Quote.Speaker, _ pen: JSONPen) -> JSONPen {
    var pen = pen
    pen.literal(",\"speaker\":{")
    if let span = speaker.span {
      pen = words(span, pen)
      pen.byte(UInt8(ascii: ","))
    }
    pen.literal("\"form\":\"")
    pen.name(names.speaker[speaker.form])
    pen.byte(UInt8(ascii: "\""))
    entityReference(",\"entity\":\"e", speaker.entity, &pen)
    pen.literal(",\"status\":\"")
    pen.name(names.status[speaker.status])
    pen.literal("\"}")
    return pen
  }

  mutating func facts() {
    part(",\"facts\":[")
    for (number, index) in graph.facts.enumerated() { fact(index, number + 1) }
    output.closeArray()
  }

  private mutating func fact(_ index: Int, _ number: Int) {
    var pen = output.pen(room: GraphRun.room + JSONPen.room(analysis.facts[index].predicate.count))
    id("{\"id\":\"f", number, &pen)
    pen.literal(",\"predicate\":\"")
    pen.label(analysis.facts[index].predicate)
    pen.literal("\",\"arguments\":[")
    for argument in analysis.facts[index].arguments.indices { pen = self.argument(index, argument, pen) }
    closeArray(&pen, isEmpty: analysis.facts[index].arguments.isEmpty)
    if analysis.facts[index].isNegative {
      pen.literal(",\"polarity\":\"negative\",\"modality\":\"")
    } else {
      pen.literal(",\"polarity\":\"positive\",\"modality\":\"")
    }
    pen.name(names.modality[analysis.facts[index].modality])
    pen.byte(UInt8(ascii: "\""))
    valueReference(",\"time\":\"v", analysis.facts[index].time, &pen)
    entityReference(",\"place\":\"e", analysis.facts[index].place, &pen)
    pen.literal(",\"source\":{\"kind\":\"")
    pen.name(names.source[analysis.facts[index].source])
    pen.byte(UInt8(ascii: "\""))
    entityReference(",\"entity\":\"e", analysis.facts[index].sourceEntity, &pen)
    let quote = Int(analysis.facts[index].sourceQuote)
    if quote >= 0, quote < graph.quoteID.count, graph.quoteID[quote] > 0 { id(",\"quote\":\"q", graph.quoteID[quote], &pen) }
    pen.literal("},")
    bounds(analysis.facts[index].span, &pen)
    confidence(analysis.facts[index].confidence, &pen)
    pen = evidence(analysis.facts[index].evidence, pen)
    pen.literal("},")
    output.take(pen)
  }

  private mutating func argument(_ fact: Int, _ index: Int, _ pen: JSONPen) -> JSONPen {
    var pen = pen
    ensure(&pen, JSONPen.room(analysis.facts[fact].arguments[index].role.count))
    pen.literal("{\"role\":\"")
    pen.label(analysis.facts[fact].arguments[index].role)
    pen.byte(UInt8(ascii: "\""))
    entityReference(",\"entity\":\"e", analysis.facts[fact].arguments[index].entity, &pen)
    valueReference(",\"value\":\"v", analysis.facts[fact].arguments[index].value, &pen)
    if let span = analysis.facts[fact].arguments[index].span {
      pen.literal(",\"text\":")
      pen = slice(span, pen)
      pen.byte(UInt8(ascii: ","))
      bounds(span, &pen)
    }
    pen.literal("},")
    return pen
  }
}
