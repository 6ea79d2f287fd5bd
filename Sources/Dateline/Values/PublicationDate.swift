/// The date of publication as the article itself states it: in a line above the text ("Published June 2, 2025", "By Ann Lee, 2 June 2025")
/// or in the dateline ("OSLO, June 2, 2025 (Agency) -").
enum PublicationDate {
  /// The first whole date that stands there outside headlines and captions; nil when there is none.
  ///
  /// - Parameter values: reads the values of some sentences.
  static func read(_ analysis: Analysis, _ values: (ArraySlice<Sentence>, Analysis) -> [Value]) -> CalendarDate? {
    guard let end = endOfHead(analysis) else { return nil }
    let sentences = analysis.sentences.prefix { analysis.tokens.start[$0.tokens.first] < end }
    guard !sentences.isEmpty else { return nil }
    for value in values(sentences, analysis) where (value.kind == .date || value.kind == .time) && value.span.end <= end {
      // With the hour or without it: "2025-06-02T10:30".
      guard let timex = value.timex, timex.utf8.count == 10 || timex.utf8.dropFirst(10).first == UInt8(ascii: "T"),
        let date = CalendarDate(iso: String(timex.prefix(10)))
      else { continue }
      let isElsewhere = analysis.zones.contains { zone in
        (zone.kind == .headline || zone.kind == .caption) && zone.span.start <= value.span.start && value.span.end <= zone.span.end
      }
      if !isElsewhere { return date }
    }
    return nil
  }

  /// Where the text proper begins: behind the dateline, else where the body does; nil when nothing stands above it.
  private static func endOfHead(_ analysis: Analysis) -> Int32? {
    if let dateline = analysis.dateline { return dateline.span.end }
    guard let body = analysis.zones.first(where: { $0.kind == .body }), body.span.start > 0 else { return nil }
    return body.span.start
  }
}
