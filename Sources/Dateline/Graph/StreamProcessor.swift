/// Turns input lines of `dateline stream` into output lines: one worker's half of the stream. One a thread.
public final class StreamProcessor {
  private let extractor: Extractor
  private let writer: GraphWriter
  private let published: CalendarDate?

  public init(gazetteer: GazetteerFile, rules: UserRules? = nil, options: GraphOptions = GraphOptions(), published: CalendarDate? = nil) {
    extractor = Extractor(gazetteer: gazetteer, rules: rules)
    writer = GraphWriter(gazetteer: gazetteer, rules: rules, options: options)
    self.published = published
  }

  /// Appends the answer to one input line, with its line end; false when the line is no article.
  ///
  /// - Parameter number: the line's number, from 1.
  public func process(_ line: UnsafeBufferPointer<UInt8>, number: Int, into output: inout JSONOutput) -> Bool {
    var reader = JSONObjectReader(line)
    do throws(JSONError) {
      let members = try reader.members()
      guard let (article, isDateUnreadable) = article(members) else {
        failure("expected an object with the strings “id” and “text”", number, into: &output)
        return false
      }
      var analysis = extractor.analyze(article)
      let lone = members.contains { if case .string(_, repaired: true) = $0.value { true } else { false } }
      if lone {
        analysis.diagnostics.append(
          Diagnostic(kind: "lone-surrogate", start: 0, message: "an escape held half a surrogate pair; replaced by U+FFFD"))
      }
      if isDateUnreadable {
        analysis.diagnostics.append(
          Diagnostic(
            kind: "published-unreadable", start: 0,
            message: "“published” is no date of ISO 8601 such as 2025-06-02; the article counts as undated"))
      }
      writer.write(analysis, into: &output)
      output.newline()
      return true
    } catch {
      failure("\(error)", number, into: &output)
      return false
    }
  }

  /// The article of a line, and whether its date of publication is none; null is as good as none given.
  private func article(_ members: [(key: String, value: JSONValue)]) -> (article: Article, isDateUnreadable: Bool)? {
    var id: String?
    var text: [UInt8]?
    var title: String?
    var url: String?
    var language: String?
    var date = published
    var isDateUnreadable = false
    for (key, value) in members {
      switch key {
      case "id": id = value.text
      case "text": if case .string(let bytes, _) = value { text = bytes }
      case "title": title = value.text
      case "url": url = value.text
      case "language": language = value.text
      case "published":
        if case .null = value { break }
        date = value.text.flatMap { CalendarDate(iso: $0) }
        isDateUnreadable = date == nil
      default: break
      }
    }
    guard let id, let text else { return nil }
    return (Article(id: id, input: text, published: date, title: title, language: language, url: url), isDateUnreadable)
  }

  private func failure(_ message: String, _ number: Int, into output: inout JSONOutput) {
    output.beginObject()
    output.key("error")
    output.beginObject()
    output.member("line", number)
    output.member("message", message)
    output.endObject()
    output.endObject()
    output.newline()
  }
}
