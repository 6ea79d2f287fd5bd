/// When a feast is kept: a day of some calendar, read from a rule of `values/feasts.tsv` ("day 12 25", "easter -2", "hebrew 7 10").
struct FeastRule: Sendable {
  private enum Calendar: String {
    /// Month and day.
    case day
    /// Month, weekday, which of them in the month (0 the last), days behind it.
    case weekday
    /// Days from Easter Sunday in the West.
    case easter
    /// Days from Easter Sunday in the East.
    case orthodox
    /// Month (1 Nisan) and day.
    case hebrew
    /// Month and day.
    case islamic
    /// Month and day.
    case chinese
    /// Degrees of the sun's way from the spring point, and the zone in hours: the day when the sun is there at noon, or the next one.
    case sun
    /// Month of the Indian calendars that begins with the new moon, lunar day, hour when it has to have begun, days behind it.
    case indian
  }

  private let calendar: Calendar
  private let numbers: [Int]

  /// - Parameter text: calendar and numbers with blanks between; nil for what is no rule.
  init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard let name = parts.first, let calendar = Calendar(rawValue: String(name)) else { return nil }
    numbers = parts.dropFirst().compactMap { Int($0) }
    let fewest =
      switch calendar {
      case .easter, .orthodox: 1
      case .day, .hebrew, .islamic, .chinese, .sun: 2
      case .weekday, .indian: 3
      }
    guard numbers.count >= fewest else { return nil }
    self.calendar = calendar
  }

  /// Month and day of a feast that has the same ones each year.
  var fixed: (month: Int, day: Int)? { calendar == .day ? (numbers[0], numbers[1]) : nil }

  /// Whether the day follows from sun and moon, whose course is known well only for our times.
  private var isObserved: Bool { calendar == .chinese || calendar == .indian || calendar == .sun }

  /// The day of the feast in a year of our calendar.
  func date(in year: Int) -> CalendarDate? {
    guard year > (isObserved ? 1800 : 622), year < (isObserved ? 2200 : 3000) else { return nil }
    switch calendar {
    case .day: return CalendarDate(year: year, month: numbers[0], day: numbers[1])
    case .weekday:
      let day = CalendarDate.nth(numbers[2], weekday: numbers[1], month: numbers[0], of: year)
      return CalendarDate(year: year, month: numbers[0], day: day).adding(days: numbers.count > 3 ? numbers[3] : 0)
    case .easter: return Feasts.easter(year).adding(days: numbers[0])
    case .orthodox: return Feasts.orthodoxEaster(year).adding(days: numbers[0])
    case .hebrew: return Feasts.hebrew(month: numbers[0], day: numbers[1], in: year)
    case .islamic: return Feasts.islamic(month: numbers[0], day: numbers[1], in: year)
    case .chinese: return Moon.chinese(month: numbers[0], day: numbers[1], in: year)
    case .sun: return Moon.sunDay(numbers[0], zone: numbers[1], in: year)
    case .indian:
      return Moon.indian(month: numbers[0], lunarDay: numbers[1], hour: numbers[2], in: year).adding(
        days: numbers.count > 3 ? numbers[3] : 0)
    }
  }
}
