import CICU

/// One writing of one analysis: the parts of the graph, in order.
///
/// Objects are written with a pen, a comma behind each; what closes the array takes the last comma away. Functions that are not inlined take the
/// pen and give it back: a pen whose address is passed on cannot stay in a register.
struct GraphRun: ~Copyable {
  /// Where the analysis lies: a copy would count the references of all its arrays.
  let analysis: UnsafePointer<Analysis>
  let graph: GraphSelection
  let map: OffsetMap
  let text: UnsafeBufferPointer<UInt8>
  let names: GraphNames
  var output: JSONOutput

  /// Room for everything between two texts of unknown length, and more.
  static let room = 512

  // MARK: Small parts

  /// `"start":…,"end":…`
  @inline(__always) func bounds(_ span: Span, _ pen: inout JSONPen) {
    pen.literal("\"start\":")
    pen.integer(map.convert(span.start))
    pen.literal(",\"end\":")
    pen.integer(map.convert(span.end))
  }

  /// `"start":…,"end":…,"text":…`
  mutating func words(_ span: Span, _ pen: JSONPen) -> JSONPen {
    var pen = pen
    bounds(span, &pen)
    pen.literal(",\"text\":")
    return slice(span, pen)
  }

  /// The words of a span as a string.
  @inline(__always) mutating func slice(_ span: Span, _ pen: JSONPen) -> JSONPen {
    let count = Int(span.end) &- Int(span.start)
    guard count > 0, count <= 1024, span.start >= 0, Int(span.end) <= text.count, let start = text.baseAddress else {
      return longSlice(span, pen)
    }
    var pen = pen
    ensure(&pen, JSONPen.room(count))
    pen.byte(UInt8(ascii: "\""))
    pen.text(start + Int(span.start), count)
    pen.byte(UInt8(ascii: "\""))
    return pen
  }

  /// The same for a span of any length, even one that the text does not have.
  @inline(never) private mutating func longSlice(_ span: Span, _ pen: JSONPen) -> JSONPen {
    output.take(pen)
    output.quoted(words(of: span))
    return output.pen(room: GraphRun.room)
  }

  /// Makes room for `more` bytes and what else may come before the next text.
  @inline(__always) mutating func ensure(_ pen: inout JSONPen, _ more: Int = 0) {
    if !pen.hasRoom(GraphRun.room + more) { pen = renewed(pen, GraphRun.room + more) }
  }

  @inline(never) private mutating func renewed(_ pen: JSONPen, _ room: Int) -> JSONPen {
    output.take(pen)
    return output.pen(room: room)
  }

  /// A text that the graph did not take from the article.
  mutating func string(_ string: String, _ pen: JSONPen) -> JSONPen {
    var pen = pen
    let count = string.utf8.count
    if count <= 1024 {
      ensure(&pen, JSONPen.room(count))
      pen.byte(UInt8(ascii: "\""))
      // Native strings are UTF-8 already; only others are copied first.
      let direct: Void? = string.utf8.withContiguousStorageIfAvailable { if count > 0 { pen.text($0.baseAddress!, count) } }
      if direct != nil {
        pen.byte(UInt8(ascii: "\""))
        return pen
      }
      pen.back()
    }
    output.take(pen)
    output.quoted(string)
    return output.pen(room: GraphRun.room)
  }

  /// The same for a label.
  mutating func string(_ label: Label, _ pen: JSONPen) -> JSONPen {
    guard label.count <= 1024 else { return string(label.text, pen) }
    var pen = pen
    ensure(&pen, JSONPen.room(label.count))
    pen.byte(UInt8(ascii: "\""))
    pen.label(label)
    pen.byte(UInt8(ascii: "\""))
    return pen
  }

  /// A string of one letter and a number: "e12".
  @inline(__always) func id(_ letter: StaticString, _ number: Int, _ pen: inout JSONPen) {
    pen.literal(letter)
    pen.integer(number)
    pen.byte(UInt8(ascii: "\""))
  }

  /// `,"evidence":[…]`
  mutating func evidence(_ range: Range<Int32>, _ pen: JSONPen) -> JSONPen {
    var pen = pen
    pen.literal(",\"evidence\":[")
    let items = UnsafeBufferPointer(rebasing: analysis.pointee.evidence.elements[Int(range.lowerBound)..<Int(range.upperBound)])
    // Names of rules lie anywhere: each is asked for before the first is written. There are one or two, seldom more.
    if let first = items.first, let last = items.last {
      cicu_prefetch(first.id.start)
      cicu_prefetch(last.id.start)
    }
    for item in items {
      ensure(&pen, JSONPen.room(item.id.count))
      pen.opening(names.evidence[item.kind.rawValue])
      pen.label(item.id)
      pen.literal("\",\"weight\":")
      pen.hundredths(item.weight)
      pen.literal("},")
    }
    closeArray(&pen, isEmpty: range.isEmpty)
    return pen
  }

  /// Closes an array; the comma behind its last element goes.
  @inline(__always) func closeArray(_ pen: inout JSONPen, isEmpty: Bool) {
    if !isEmpty { pen.back() }
    pen.byte(UInt8(ascii: "]"))
  }

  /// `,"confidence":…`
  @inline(__always) func confidence(_ value: Float, _ pen: inout JSONPen) {
    pen.literal(",\"confidence\":")
    pen.hundredths(value)
  }

  /// A member with an entity, if it is written; false if it is not.
  @discardableResult
  @inline(__always) func entityReference(_ key: StaticString, _ entity: Int32, _ pen: inout JSONPen) -> Bool {
    let number = graph.id(Int(entity), of: graph.entityList)
    guard number > 0 else { return false }
    id(key, number, &pen)
    return true
  }

  /// A member with a value, if it is written.
  @inline(__always) func valueReference(_ key: StaticString, _ value: Int32, _ pen: inout JSONPen) {
    let number = graph.id(Int(value), of: graph.valueList)
    if number > 0 { id(key, number, &pen) }
  }

  /// Opens a part of the graph that is an array.
  @inline(__always) mutating func part(_ opening: StaticString) {
    var pen = output.pen(room: 32)
    pen.literal(opening)
    output.take(pen)
  }

  // MARK: Parts of the graph

  mutating func article() {
    output.key("article")
    output.beginObject()
    if let title = analysis.pointee.article.title {
      output.member("headline", title)
    } else if let headline = analysis.pointee.zones.first(where: { $0.kind == .headline }) {
      output.key("headline")
      output.string(words(of: headline.span))
    }
    if let byline = analysis.pointee.zones.first(where: { $0.kind == .byline }) {
      output.key("byline")
      output.string(words(of: byline.span))
    }
    if let dateline = analysis.pointee.dateline {
      output.key("dateline")
      var pen = output.pen(room: GraphRun.room)
      pen.byte(UInt8(ascii: "{"))
      if entityReference("\"place\":\"e", entity(in: dateline.place), &pen) { pen.byte(UInt8(ascii: ",")) }
      if entityReference("\"agency\":\"e", entity(in: dateline.agency), &pen) { pen.byte(UInt8(ascii: ",")) }
      bounds(dateline.span, &pen)
      pen.byte(UInt8(ascii: "}"))
      output.take(pen)
    }
    output.key("published")
    output.beginObject()
    if let published = analysis.pointee.published { output.member("date", published.iso) }
    output.key("from")
    let isGiven = analysis.pointee.article.published != nil
    output.string(isGiven ? "input" as StaticString : analysis.pointee.publishedInText != nil ? "text" : "none")
    output.endObject()
    output.endObject()
  }

  private func words(of span: Span) -> UnsafeBufferPointer<UInt8> {
    let low = max(0, min(Int(span.start), text.count))
    return UnsafeBufferPointer(rebasing: text[low..<max(low, min(Int(span.end), text.count))])
  }

  private func entity(in range: TokenRange?) -> Int32 {
    guard let range, !range.isEmpty, let mention = analysis.pointee.mention(at: range.first) else { return -1 }
    return analysis.pointee.mentions[mention].entity
  }

  mutating func zonesAndSentences() {
    part(",\"zones\":[")
    for zone in analysis.pointee.zones {
      var pen = output.pen(room: GraphRun.room)
      pen.literal("{\"kind\":\"")
      pen.name(names.zone[zone.kind])
      pen.literal("\",")
      bounds(zone.span, &pen)
      pen.literal("},")
      output.take(pen)
    }
    output.closeArray()
    part(",\"sentences\":[")
    for sentence in analysis.pointee.sentences {
      var pen = output.pen(room: 64)
      pen.byte(UInt8(ascii: "{"))
      bounds(sentence.span, &pen)
      pen.literal("},")
      output.take(pen)
    }
    output.closeArray()
  }

  mutating func diagnostics() {
    output.key("diagnostics")
    output.beginArray()
    for diagnostic in analysis.pointee.diagnostics {
      output.beginObject()
      output.member("kind", diagnostic.kind)
      output.member("start", map.convert(diagnostic.start))
      output.member("message", diagnostic.message)
      output.endObject()
    }
    output.endArray()
  }
}

extension JSONOpenings {
  fileprivate static let evidence = JSONOpenings(Evidence.Kind.names.strings.map { "{\"kind\":\"\($0)\",\"id\":\"" })
}

/// The names of cases that the graph writes.
struct GraphNames {
  let zone = NamesAtHand<Zone.Kind>()
  let entity = NamesAtHand<EntityType>()
  let gender = NamesAtHand<Gender>()
  let form = NamesAtHand<MentionForm>()
  /// What stands before the name of an item of evidence: `{"kind":"…","id":"`.
  let evidence = JSONOpenings.evidence
  let value = NamesAtHand<Value.Kind>()
  let quote = NamesAtHand<Quote.Kind>()
  let cue = NamesAtHand<Quote.CueClass>()
  let speaker = NamesAtHand<Quote.SpeakerForm>()
  let status = NamesAtHand<Quote.Status>()
  let marked = NamesAtHand<MarkedWords.Kind>()
  let modality = NamesAtHand<Fact.Modality>()
  let source = NamesAtHand<Fact.Source>()
}
