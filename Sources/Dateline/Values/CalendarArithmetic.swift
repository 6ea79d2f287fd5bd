/// Arithmetic on days of the calendar.
extension CalendarDate {
  /// Days since 1 March of year 0: a count that makes differences and weekdays simple (Howard Hinnant's civil-day algorithm).
  var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let shifted = (month + 9) % 12
    let dayOfYear = (153 * shifted + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  init(dayNumber: Int) {
    let era = (dayNumber >= 0 ? dayNumber : dayNumber - 146_096) / 146_097
    let dayOfEra = dayNumber - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(year: year, month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// 1 Monday to 7 Sunday.
  var weekday: Int { ((dayNumber + 2) % 7 + 7) % 7 + 1 }

  /// The day of the month that is the nth of a weekday in it, the last one for 0; beyond the month's end where it has no such day.
  static func nth(_ number: Int, weekday: Int, month: Int, of year: Int) -> Int {
    let first = (weekday - CalendarDate(year: year, month: month, day: 1).weekday + 7) % 7 + 1
    return number == 0 ? first + (days(inMonth: month, of: year) - first) / 7 * 7 : first + (number - 1) * 7
  }

  func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

  /// The same day that many months on, or the month's last day.
  func adding(months: Int) -> CalendarDate {
    let total = year * 12 + month - 1 + months
    let newYear = total >= 0 ? total / 12 : (total - 11) / 12
    let newMonth = total - newYear * 12 + 1
    return CalendarDate(year: newYear, month: newMonth, day: min(day, CalendarDate.days(inMonth: newMonth, of: newYear)))
  }

  /// "2025-W23": ISO week of the day.
  var isoWeek: String {
    let thursday = adding(days: 4 - weekday)
    let first = CalendarDate(year: thursday.year, month: 1, day: 1)
    let week = (thursday.dayNumber - first.dayNumber) / 7 + 1
    return "\(thursday.year)-W" + CalendarDate.padded(week, 2)
  }

  /// A number with zeros before it up to `width` digits.
  static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return digits.utf8.count >= width ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
  }

  /// "2025-06".
  static func month(_ year: Int, _ month: Int) -> String { padded(year, 4) + "-" + padded(month, 2) }
}
