#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

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

  /// What one input line is.
  private enum Line {
    /// The number of its article, and what is to be said of its input.
    case article(Int, [Diagnostic])
    case failure(String)
  }

  /// Appends the answers to some input lines, each with its line end; false when one of them is no article.
  ///
  /// A blank line is no article and gets its error in its place: answers stay beside their lines.
  ///
  /// - Parameters:
  ///   - bytes: whole lines; the last one may lack its line end.
  ///   - firstLine: the first line's number, from 1.
  ///   - output: one with a sink hands over what is written whenever it is full, so that little memory serves for all answers.
  public func process(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int, into output: inout JSONOutput) -> Bool {
    var lines: [Line] = []
    var articles: [Article] = []
    var from = 0
    while from < bytes.count, let start = bytes.baseAddress {
      let end = memchr(start + from, Int32(UInt8(ascii: "\n")), bytes.count - from)
      let to = end.map { $0 - UnsafeMutableRawPointer(mutating: start) } ?? bytes.count
      lines.append(line(UnsafeBufferPointer(rebasing: bytes[from..<to]), into: &articles))
      from = to + 1
    }
    var analyses = extractor.analyze(articles)
    var isGood = true
    for (index, line) in lines.enumerated() {
      switch line {
      case .article(let number, let diagnostics):
        if !diagnostics.isEmpty { analyses[number].diagnostics += diagnostics }
        // By address: an element of an array that may still change would be copied first.
        analyses.withUnsafeBufferPointer { writer.write(at: $0.baseAddress! + number, into: &output) }
        output.newline()
      case .failure(let message):
        failure(message, firstLine + index, into: &output)
        isGood = false
      }
    }
    return isGood
  }

  /// Reads one line; its article, if it is one, goes behind the others.
  private func line(_ bytes: UnsafeBufferPointer<UInt8>, into articles: inout [Article]) -> Line {
    var reader = JSONObjectReader(bytes)
    do throws(JSONError) {
      let members = try reader.members()
      guard let (article, isDateUnreadable) = article(members) else {
        return .failure("expected an object with the strings “id” and “text”")
      }
      var diagnostics: [Diagnostic] = []
      if members.contains(where: { if case .string(_, repaired: true) = $0.value { true } else { false } }) {
        diagnostics.append(
          Diagnostic(kind: "lone-surrogate", start: 0, message: "an escape held half a surrogate pair; replaced by U+FFFD"))
      }
      if isDateUnreadable {
        diagnostics.append(
          Diagnostic(
            kind: "published-unreadable", start: 0,
            message: "“published” is no date of ISO 8601 such as 2025-06-02; the article counts as undated"))
      }
      articles.append(article)
      return .article(articles.count - 1, diagnostics)
    } catch {
      return .failure("\(error)")
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
