/// The time that a text tells of, as the dates before a place in it say: "In 1941 … On 10 August …".
struct NarrativeTime {
  /// Whether the text tells of the past, so that a year holds until another one is named. In the news a year holds for its sentence.
  let isHistory: Bool
  /// Whether it does so throughout: what it says will happen is past, too.
  let isAllPast: Bool
  private var year: Int?
  private var month = 0
  private var sentence: Int32 = -1
  /// The last day that was named in full, or made out.
  private(set) var day: CalendarDate?
  /// The last year that was named or made out; below 0 before Christ.
  private(set) var lastYear: Int?
  private var lastYearSentence: Int32 = -1
  private let reference: CalendarDate?
  /// The last month after the one of publication that was made out, counted from year 0, and its sentence.
  private var ahead = (month: 0, sentence: Int32(-1))

  /// What a text says of its own time.
  struct Times {
    /// How many years it names, and how many of them lie more than a year before publication.
    var years = 0
    var pastYears = 0
    /// Numbers that look like scores.
    var scores = 0
    /// How often it names a weekday, today or yesterday, as the news does; no more than make it news.
    var days = 0

    /// Days of the week and few years.
    var isNews: Bool { days >= NarrativeTime.fewestDays && years <= 4 * days }
  }

  /// - Parameter reference: the date of publication.
  init(_ times: Times, reference: CalendarDate?) {
    self.reference = reference
    guard reference != nil else {
      // Else news whose day nobody has told us.
      isHistory = !times.isNews
      isAllPast = isHistory && times.years >= NarrativeTime.fewestYears
      return
    }
    let past = times.pastYears
    isHistory = past >= NarrativeTime.fewestYears && past > times.years - past && past > 4 * times.days
    isAllPast = isHistory
  }

  /// Days of the week that make a text news.
  static let fewestDays = 2

  /// Years of the past that make a text history.
  static let fewestYears = 6

  /// Takes in a date as TIMEX3.
  ///
  /// - Parameters:
  ///   - isDated: the text itself names its year as the time of something.
  ///   - isNarrated: the year was made out from the dates before it.
  mutating func note(_ timex: String, isDated: Bool, isNarrated: Bool, sentence: Int32) {
    var timex = timex
    timex.withUTF8 { note($0, isDated: isDated, isNarrated: isNarrated, sentence: sentence) }
  }

  private mutating func note(_ bytes: UnsafeBufferPointer<UInt8>, isDated: Bool, isNarrated: Bool, sentence: Int32) {
    // "BC0490".
    if bytes.count == 6, bytes[0] == UInt8(ascii: "B"), let year = NarrativeTime.number(bytes[2..<6]) {
      lastYear = -year
      lastYearSentence = sentence
      day = nil
      return
    }
    guard bytes.count >= 4, let year = NarrativeTime.number(bytes[0..<4]) else { return }
    lastYear = year
    lastYearSentence = sentence
    let month = bytes.count >= 7 && bytes[4] == UInt8(ascii: "-") ? NarrativeTime.number(bytes[5..<7]) : nil
    // "the morning of June 5", "June 3-5" name a day, too.
    if bytes.count >= 10, let month, let number = NarrativeTime.number(bytes[8..<10]) {
      day = CalendarDate(year: year, month: month, day: number)
    }
    if let month, let reference, year * 12 + month > reference.year * 12 + reference.month { ahead = (year * 12 + month, sentence) }
    guard isDated || isNarrated && isHistory && self.year != nil else { return }
    self.year = year
    self.month = month ?? 0
    self.sentence = sentence
  }

  /// A year as TIMEX3 writes it: "1941", "BC0490".
  static func name(ofYear year: Int) -> String {
    year < 0 ? "BC" + CalendarDate.padded(-year, 4) : CalendarDate.padded(year, 4)
  }

  /// The year in which the text means a month that it names without one; nil when nothing is known.
  func year(of month: Int, in sentence: Int32) -> Int? {
    guard let year, isHistory || sentence == self.sentence else { return nil }
    // "In November 1941 … In January".
    return self.month > month + 5 ? year + 1 : year
  }

  /// The year from which "a year earlier" in a sentence counts: in the news one named in it or right before.
  func year(beside sentence: Int32) -> Int? { isHistory || sentence - lastYearSentence <= 1 ? lastYear : nil }

  /// The year of a month named behind one that is ahead, in the same sentence: "in December, in January and in March".
  func yearAhead(of month: Int, in sentence: Int32) -> Int? {
    guard ahead.sentence == sentence else { return nil }
    let last = (year: (ahead.month - 1) / 12, month: (ahead.month - 1) % 12 + 1)
    return month >= last.month ? last.year : last.year + 1
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var value = 0
    for digit in digits {
      guard digit &- 48 < 10 else { return nil }
      value = value * 10 + Int(digit - 48)
    }
    return value
  }
}
