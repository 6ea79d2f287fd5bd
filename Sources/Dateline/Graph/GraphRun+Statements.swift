extension GraphRun {
  mutating func values() {
    output.key("values")
    output.beginArray()
    for index in graph.values {
      let value = analysis.values[index]
      output.beginObject()
      output.key("id")
      id(UInt8(ascii: "v"), graph.valueID[index])
      output.key("kind")
      output.name(value.kind)
      words(value.span)
      output.key("value")
      output.beginObject()
      optional("number", value.number)
      optional("comparison", value.comparison.name)
      optional("unit", value.unit)
      optional("dimension", value.dimension)
      optional("base", value.base)
      optional("currency", value.currency)
      optional("low", value.low)
      optional("high", value.high)
      optional("per", value.per)
      output.key("approximate")
      output.bool(value.approximate)
      output.endObject()
      optional("timex", value.timex)
      optional("from", value.from)
      optional("to", value.to)
      if let of = value.of {
        output.key("of")
        output.beginObject()
        words(of)
        output.endObject()
      }
      output.endObject()
    }
    output.endArray()
  }

  mutating func quotes() {
    output.key("quotes")
    output.beginArray()
    for index in graph.quotes {
      let quote = analysis.quotes[index]
      output.beginObject()
      output.key("id")
      id(UInt8(ascii: "q"), graph.quoteID[index])
      output.key("kind")
      output.name(quote.kind)
      words(quote.span)
      output.key("fragments")
      output.beginArray()
      for fragment in quote.fragments {
        output.beginObject()
        bounds(fragment)
        output.endObject()
      }
      output.endArray()
      cue(quote)
      speaker(quote)
      entityReference("addressee", quote.addressee)
      evidence(quote.evidence)
      output.endObject()
    }
    output.endArray()
  }

  private mutating func cue(_ quote: Quote) {
    guard let cue = quote.cue else { return }
    output.key("cue")
    output.beginObject()
    words(cue.span)
    output.key("lemma")
    output.string(cue.lemma)
    output.key("class")
    output.name(cue.cueClass)
    output.endObject()
  }

  private mutating func speaker(_ quote: Quote) {
    output.key("speaker")
    output.beginObject()
    if let span = quote.speaker.span { words(span) }
    output.key("form")
    output.name(quote.speaker.form)
    entityReference("entity", quote.speaker.entity)
    output.key("status")
    output.name(quote.speaker.status)
    output.endObject()
  }

  mutating func facts() {
    output.key("facts")
    output.beginArray()
    if graph.writesFacts {
      let order = GraphSelection.inTextOrder(analysis.facts.map(\.span.start))
      for (number, index) in order.enumerated() { fact(analysis.facts[index], number + 1) }
    }
    output.endArray()
  }

  private mutating func fact(_ fact: Fact, _ number: Int) {
    output.beginObject()
    output.key("id")
    id(UInt8(ascii: "f"), number)
    output.key("predicate")
    output.string(fact.predicate)
    output.key("arguments")
    output.beginArray()
    for argument in fact.arguments {
      output.beginObject()
      output.key("role")
      output.string(argument.role)
      entityReference("entity", argument.entity)
      valueReference("value", argument.value)
      if let span = argument.span {
        output.key("text")
        slice(span)
        bounds(span)
      }
      output.endObject()
    }
    output.endArray()
    output.key("polarity")
    output.string(fact.isNegative ? "negative" as StaticString : "positive")
    output.key("modality")
    output.name(fact.modality)
    valueReference("time", fact.time)
    entityReference("place", fact.place)
    output.key("source")
    output.beginObject()
    output.key("kind")
    output.name(fact.source)
    entityReference("entity", fact.sourceEntity)
    if fact.sourceQuote >= 0, Int(fact.sourceQuote) < graph.quoteID.count, graph.quoteID[Int(fact.sourceQuote)] > 0 {
      output.key("quote")
      id(UInt8(ascii: "q"), graph.quoteID[Int(fact.sourceQuote)])
    }
    output.endObject()
    bounds(fact.span)
    output.key("confidence")
    output.fixed(fact.confidence, places: 2)
    evidence(fact.evidence)
    output.endObject()
  }

  mutating func diagnostics() {
    output.key("diagnostics")
    output.beginArray()
    for diagnostic in analysis.diagnostics {
      output.beginObject()
      output.key("kind")
      output.string(diagnostic.kind)
      output.key("start")
      output.integer(map.convert(diagnostic.start))
      output.key("message")
      output.string(diagnostic.message)
      output.endObject()
    }
    output.endArray()
  }
}
