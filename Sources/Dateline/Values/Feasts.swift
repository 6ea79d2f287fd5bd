/// Days of feasts that are reckoned, not observed: Easter, and days of the Hebrew and Islamic calendars (Reingold and Dershowitz,
/// "Calendrical Calculations").
enum Feasts {
  /// Easter Sunday of the Gregorian calendar.
  static func easter(_ year: Int) -> CalendarDate {
    let (golden, century) = (year % 19, year / 100)
    let epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30
    let moon = epact - epact / 28 * (1 - epact / 28 * (29 / (epact + 1)) * ((21 - golden) / 11))
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7
    let days = moon - weekday
    let month = 3 + (days + 40) / 44
    return CalendarDate(year: year, month: month, day: days + 28 - 31 * (month / 4))
  }

  /// Easter Sunday of the Julian calendar, as a Gregorian day.
  static func orthodoxEaster(_ year: Int) -> CalendarDate {
    let moon = (19 * (year % 19) + 15) % 30
    let weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    let days = moon + weekday + 114
    // The Julian day, and how far that calendar has fallen behind.
    let julian = CalendarDate(year: year, month: days / 31, day: days % 31 + 1)
    return julian.adding(days: year / 100 - year / 400 - 2)
  }

  /// Days from the day before 1 January of year 1, the count of the formulas below, to those of `CalendarDate.dayNumber`.
  private static let shift = 305

  // MARK: Hebrew

  /// A day of the Hebrew calendar (month 1 is Nisan) that falls in the Gregorian year.
  static func hebrew(month: Int, day: Int, in year: Int) -> CalendarDate {
    // The Hebrew year begins in autumn with its seventh month.
    let hebrewYear = month >= 7 && month <= 9 ? year + 3761 : year + 3760
    let first = newYear(hebrewYear)
    let length = newYear(hebrewYear + 1) - first
    let isLeap = length > 370
    // From Tishri on; Heshvan and Kislev give and take a day.
    var lengths = [30, length % 10 == 5 ? 30 : 29, length % 10 == 3 ? 29 : 30, 29, 30]
    if isLeap { lengths.append(30) }
    lengths += [29, 30, 29, 30, 29, 30, 29]
    let adar = isLeap ? 6 : 5
    let index = month >= 7 && month < 12 ? month - 7 : month == 12 ? adar : adar + month
    return CalendarDate(dayNumber: first + lengths[..<index].reduce(0, +) + day - 1)
  }

  /// The day number of 1 Tishri.
  private static func newYear(_ year: Int) -> Int {
    let (before, own, after) = (elapsed(year - 1), elapsed(year), elapsed(year + 1))
    let delay = after - own == 356 ? 2 : own - before == 382 ? 1 : 0
    return own + delay - 1_373_427 + shift
  }

  /// Days from the calendar's beginning to the new moon of Tishri, moved off the days that may not open a year.
  private static func elapsed(_ year: Int) -> Int {
    let months = (235 * year - 234) / 19
    let parts = 12_084 + 13_753 * months
    let days = 29 * months + parts / 25_920
    return 3 * (days + 1) % 7 < 3 ? days + 1 : days
  }

  // MARK: Islamic

  /// The first such day in the Gregorian year: of the tabular calendar, and of the moon over Mecca where its course is known well. Where people
  /// watch for the moon themselves, the feast may be a day off.
  static func islamic(month: Int, day: Int, in year: Int) -> CalendarDate? {
    let near = (year - 622) * 33 / 32
    for islamicYear in near - 1...near + 2 {
      let days = 1 + 29 * (month - 1) + (6 * month - 1) / 11 + (islamicYear - 1) * 354 + (3 + 11 * islamicYear) / 30 + 227_014
      let first = CalendarDate(dayNumber: days + shift)
      let date = (1800..<2200 ~= year ? Moon.crescent(near: first) : first).adding(days: day - 1)
      if date.year == year { return date }
    }
    return nil
  }
}
