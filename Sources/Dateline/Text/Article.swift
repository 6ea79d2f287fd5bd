/// One article as it entered the pipeline: its bytes, made valid UTF-8, and what the input said about it.
///
/// Invalid bytes are replaced by U+FFFD; a byte order mark at the start is dropped. All offsets inside the pipeline refer to `bytes`;
/// `repairs` lets the writer go back to the input's own bytes.
public struct Article: Sendable {
  /// Valid UTF-8, at most `Article.maximumSize` bytes.
  public let bytes: [UInt8]
  /// Where the repaired text and the input part ways: ascending, empty for clean input.
  public let repairs: [Repair]
  /// The path or the id given with the input.
  public var id: String
  /// The date of publication, as given with the input ("2025-06-02"), if any.
  public var published: CalendarDate?
  /// A headline given apart from the text, if any.
  public var title: String?
  /// The language given with the input, if any (BCP 47).
  public var language: String?
  /// The address given with the input, if any.
  public var url: String?
  /// Bytes of the input that the limit on size cut off.
  public let cutBytes: Int
  /// Whether the text goes on from an earlier part: no headline, byline or dateline stands at its head.
  let continues: Bool

  /// Texts up to this many bytes are read as a whole, longer ones in parts.
  public static let wholeSize = 1 << 20
  /// Offsets are 32 bits wide inside; longer input is cut here, with a diagnostic.
  public static let maximumSize = 1 << 30

  /// Repairs `input` where it is not UTF-8.
  ///
  /// - Complexity: O(bytes).
  public init(
    id: String, input: some Sequence<UInt8>, published: CalendarDate? = nil, title: String? = nil, language: String? = nil,
    url: String? = nil
  ) {
    let whole = Array(input)
    let kept = min(whole.count, Article.maximumSize)
    let repaired = UTF8Repair.repair(whole, upTo: kept)
    self.bytes = repaired.bytes
    self.repairs = repaired.repairs
    self.id = id
    self.published = published
    self.title = title
    self.language = language
    self.url = url
    self.cutBytes = whole.count - kept
    continues = false
  }

  /// A part of a long article, from one character's start to another's.
  ///
  /// - Parameter published: the date of publication, should the beginning of the text have named it.
  init(part: Range<Int>, of whole: Article, published: CalendarDate?) {
    bytes = Array(whole.bytes[part])
    repairs = []
    id = whole.id
    self.published = published
    title = part.lowerBound == 0 ? whole.title : nil
    language = whole.language
    url = whole.url
    cutBytes = 0
    continues = part.lowerBound > 0
  }

  /// The text of `span`; bounds are clamped.
  public func text(_ span: Span) -> String {
    let low = max(0, min(Int(span.start), bytes.count))
    let high = max(low, min(Int(span.end), bytes.count))
    return String(decoding: bytes[low..<high], as: UTF8.self)
  }

  /// Whether two spans, which lie inside the text, hold the same bytes.
  func same(_ one: Span, _ other: Span) -> Bool { bytes.withUnsafeBufferPointer { $0[one].isEqual(to: $0[other]) } }

  /// How many ill-formed sequences were replaced by U+FFFD.
  public var replacementCount: Int { repairs.reduce(0) { $0 + ($1.isReplacement ? 1 : 0) } }
}

/// One place where the repaired text differs from the input.
public struct Repair: Hashable, Sendable {
  /// Offset in the repaired text just after the change.
  public let repaired: Int32
  /// The offset in the input that corresponds to `repaired`.
  public let input: Int32
  /// True for an ill-formed sequence, false for a dropped byte order mark.
  public let isReplacement: Bool
}

/// A day of the proleptic Gregorian calendar.
public struct CalendarDate: Hashable, Sendable {
  public var year: Int
  public var month: Int
  public var day: Int
  /// Seconds since midnight, where a time of day is stated with the date.
  public var second: Int?

  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads the date at the start of an ISO 8601 date or time ("2025-06-02", "2025-06-02T10:00:00Z"); nil for anything else.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8.prefix(19))
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    guard (1...12).contains(month), day >= 1, day <= CalendarDate.days(inMonth: month, of: year) else { return nil }
    self.init(year: year, month: month, day: day)
    if bytes.count >= 16, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"), let hour = number(11..<13), hour < 24,
      let minute = number(14..<16), minute < 60
    {
      second = hour * 3600 + minute * 60 + (bytes.count == 19 && bytes[16] == UInt8(ascii: ":") ? number(17..<19) ?? 0 : 0)
    }
  }

  /// "2025-06-02".
  public var iso: String {
    CalendarDate.padded(year, 4) + "-" + CalendarDate.padded(month, 2) + "-" + CalendarDate.padded(day, 2)
  }

  public static func isLeap(_ year: Int) -> Bool { (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 }

  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
