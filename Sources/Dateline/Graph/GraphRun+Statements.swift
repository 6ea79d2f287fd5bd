extension GraphRun {
  mutating func values() {
    part(",\"values\":[")
    for place in 0..<graph.valueList.count { value(graph.item(place, of: graph.valueList), place + 1) }
    output.closeArray()
  }

  @inline(__always)
  private mutating func value(_ index: Int, _ number: Int) {
    var pen = output.pen(room: GraphRun.room)
    id("{\"id\":\"v", number, &pen)
    pen.literal(",\"kind\":\"")
    pen.name(names.value[analysis.pointee.values[index].kind])
    pen.literal("\",")
    pen = words(analysis.pointee.values[index].span, pen)
    pen.literal(",\"value\":{")
    self.number("\"number\":", analysis.pointee.values[index].number, &pen)
    if let comparison = analysis.pointee.values[index].comparison.name {
      pen.literal("\"comparison\":")
      pen = string(comparison, pen)
      pen.byte(UInt8(ascii: ","))
    }
    inner("\"unit\":", analysis.pointee.values[index].unit, &pen)
    inner("\"dimension\":", analysis.pointee.values[index].dimension, &pen)
    self.number("\"base\":", analysis.pointee.values[index].base, &pen)
    inner("\"currency\":", analysis.pointee.values[index].currency, &pen)
    self.number("\"low\":", analysis.pointee.values[index].low, &pen)
    self.number("\"high\":", analysis.pointee.values[index].high, &pen)
    inner("\"per\":", analysis.pointee.values[index].per, &pen)
    if analysis.pointee.values[index].approximate {
      pen.literal("\"approximate\":true}")
    } else {
      pen.literal("\"approximate\":false}")
    }
    optional(",\"timex\":", analysis.pointee.values[index].timex, &pen)
    if let (from, to) = Value.interval(analysis.pointee.values[index].kind, analysis.pointee.values[index].timex) {
      optional(",\"from\":", from, &pen)
      optional(",\"to\":", to, &pen)
    }
    if let of = analysis.pointee.values[index].of {
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

  @inline(__always) private mutating func inner(_ key: StaticString, _ label: Label?, _ pen: inout JSONPen) {
    guard let label else { return }
    pen.literal(key)
    pen = string(label, pen)
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
    for place in 0..<graph.quoteList.count { quote(graph.item(place, of: graph.quoteList), place + 1) }
    output.closeArray()
  }

  @inline(__always)
  private mutating func quote(_ index: Int, _ number: Int) {
    var pen = output.pen(room: GraphRun.room)
    id("{\"id\":\"q", number, &pen)
    pen.literal(",\"kind\":\"")
    pen.name(names.quote[analysis.pointee.quotes[index].kind])
    pen.literal("\",")
    pen = words(analysis.pointee.quotes[index].span, pen)
    pen.literal(",\"fragments\":[")
    // By number: a list copied would count references.
    let count = analysis.pointee.quotes[index].fragments.count
    for fragment in 0..<count {
      ensure(&pen)
      pen.byte(UInt8(ascii: "{"))
      bounds(analysis.pointee.quotes[index].fragments[fragment], &pen)
      pen.literal("},")
    }
    closeArray(&pen, isEmpty: count == 0)
    pen = cue(index, pen)
    pen = speaker(analysis.pointee.quotes[index].speaker, pen)
    entityReference(",\"addressee\":\"e", analysis.pointee.quotes[index].addressee, &pen)
    if let medium = analysis.pointee.quotes[index].medium {
      pen.literal(",\"medium\":{")
      pen = words(medium, pen)
      pen.byte(UInt8(ascii: "}"))
    }
    let outer = graph.id(Int(analysis.pointee.quotes[index].outer), of: graph.quoteList)
    if outer > 0 { id(",\"within\":\"q", outer, &pen) }
    confidence(analysis.pointee.quotes[index].confidence, &pen)
    pen = evidence(analysis.pointee.quotes[index].evidence, pen)
    pen.literal("},")
    output.take(pen)
  }

  @inline(__always)
  private mutating func cue(_ index: Int, _ pen: JSONPen) -> JSONPen {
    var pen = pen
    guard let cue = analysis.pointee.quotes[index].cue else { return pen }
    pen.literal(",\"cue\":{")
    pen = words(cue.span, pen)
    pen.literal(",\"lemma\":")
    pen = string(cue.lemma, pen)
    pen.literal(",\"class\":\"")
    pen.name(names.cue[cue.cueClass])
    if cue.isNegated { pen.literal("\",\"negated\":true}") } else { pen.literal("\"}") }
    return pen
  }

  @inline(__always)
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
    pen.byte(UInt8(ascii: "\""))
    if !speaker.candidates.isEmpty { pen = candidates(speaker.candidates, pen) }
    pen.byte(UInt8(ascii: "}"))
    return pen
  }

  /// Who may speak, of those who are written.
  private mutating func candidates(_ range: Range<Int32>, _ pen: JSONPen) -> JSONPen {
    var pen = pen
    pen.literal(",\"candidates\":[")
    var isEmpty = true
    for index in range {
      let candidate = analysis.pointee.speakerCandidates[Int(index)]
      ensure(&pen)
      guard entityReference("{\"entity\":\"e", candidate.entity, &pen) else { continue }
      pen.literal(",\"score\":")
      pen.hundredths(candidate.score)
      pen.literal("},")
      isEmpty = false
    }
    closeArray(&pen, isEmpty: isEmpty)
    return pen
  }

  /// Words between marks that are no speech.
  mutating func marked() {
    part(",\"marked\":[")
    if graph.writesMarked {
      for words in analysis.pointee.marked {
        var pen = output.pen(room: GraphRun.room)
        pen.literal("{\"kind\":\"")
        pen.name(names.marked[words.kind])
        pen.literal("\",")
        pen = self.words(words.span, pen)
        pen.literal("},")
        output.take(pen)
      }
    }
    output.closeArray()
  }

  mutating func facts() {
    part(",\"facts\":[")
    for place in 0..<graph.factList.count { fact(graph.item(place, of: graph.factList), place + 1) }
    output.closeArray()
  }

  @inline(__always)
  private mutating func fact(_ index: Int, _ number: Int) {
    var pen = output.pen(room: GraphRun.room + JSONPen.room(analysis.pointee.facts[index].predicate.count))
    id("{\"id\":\"f", number, &pen)
    pen.literal(",\"predicate\":\"")
    pen.label(analysis.pointee.facts[index].predicate)
    pen.literal("\",\"arguments\":[")
    for argument in analysis.pointee.facts[index].arguments { pen = self.argument(argument, pen) }
    closeArray(&pen, isEmpty: analysis.pointee.facts[index].arguments.isEmpty)
    if analysis.pointee.facts[index].isNegative {
      pen.literal(",\"polarity\":\"negative\",\"modality\":\"")
    } else {
      pen.literal(",\"polarity\":\"positive\",\"modality\":\"")
    }
    pen.name(names.modality[analysis.pointee.facts[index].modality])
    pen.byte(UInt8(ascii: "\""))
    valueReference(",\"time\":\"v", analysis.pointee.facts[index].time, &pen)
    entityReference(",\"place\":\"e", analysis.pointee.facts[index].place, &pen)
    pen.literal(",\"source\":{\"kind\":\"")
    pen.name(names.source[analysis.pointee.facts[index].source])
    pen.byte(UInt8(ascii: "\""))
    entityReference(",\"entity\":\"e", analysis.pointee.facts[index].sourceEntity, &pen)
    let quote = graph.id(Int(analysis.pointee.facts[index].sourceQuote), of: graph.quoteList)
    if quote > 0 { id(",\"quote\":\"q", quote, &pen) }
    pen.literal("},")
    bounds(analysis.pointee.facts[index].span, &pen)
    confidence(analysis.pointee.facts[index].confidence, &pen)
    pen = evidence(analysis.pointee.facts[index].evidence, pen)
    pen.literal("},")
    output.take(pen)
  }

  @inline(__always)
  private mutating func argument(_ argument: Fact.Argument, _ pen: JSONPen) -> JSONPen {
    var pen = pen
    ensure(&pen, JSONPen.room(argument.role.count))
    pen.literal("{\"role\":\"")
    pen.label(argument.role)
    pen.byte(UInt8(ascii: "\""))
    entityReference(",\"entity\":\"e", argument.entity, &pen)
    valueReference(",\"value\":\"v", argument.value, &pen)
    if let span = argument.span {
      pen.literal(",\"text\":")
      pen = slice(span, pen)
      pen.byte(UInt8(ascii: ","))
      bounds(span, &pen)
    }
    pen.literal("},")
    return pen
  }
}
