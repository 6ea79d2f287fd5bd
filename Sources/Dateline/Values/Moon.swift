#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Days of calendars whose months follow the moon as it is seen: the Chinese and Islamic ones and those of India. Positions after Meeus, "Astronomical
/// Algorithms", to a few hundredths of a degree, which puts new moons right to some minutes.
enum Moon {
  // MARK: Days

  /// A day of the Chinese calendar: each month holds a point of the sun's way, the first one the entry into Pisces.
  static func chinese(month: Int, day: Int, in year: Int) -> CalendarDate {
    let zone = 8.0 / 24
    let entry = sunAt(Double((month * 30 + 300) % 360), in: year, near: 50 + Double(month - 1) * 30.4)
    // The month is the one whose first day is not after the day of the entry.
    let nextMidnight = (entry + zone + 0.5).rounded(.down) + 0.5 - zone
    return date(newMoon(before: nextMidnight) + zone).adding(days: day - 1)
  }

  /// The day on whose noon the sun has reached a place of its way: the Persian new year is that of the spring point.
  static func sunDay(_ angle: Int, zone: Int, in year: Int) -> CalendarDate {
    date((sunAt(Double(angle), in: year, near: 79 + Double(angle) * 1.0146) + Double(zone) / 24).rounded(.up))
  }

  /// The day in India on which a lunar day (1 to 30 from the new moon) has begun by an hour of its clock.
  static func indian(month: Int, lunarDay: Int, hour: Int, in year: Int) -> CalendarDate {
    let zone = 5.5 / 24
    // The stars have moved against the spring point since their signs were named.
    let precession = 23.86 + Double(year - 2000) * 0.01397
    // The first sign is entered in April, the tenth in January.
    let days = 103 + Double(month - 1) * 30.4
    let entry = sunAt(
      (Double(month - 1) * 30 + precession).truncatingRemainder(dividingBy: 360), in: year, near: month < 10 ? days : days - 365)
    let start = newMoon(before: entry)
    let begin = start + Double(lunarDay - 1) * 0.984_3
    let moment = phase(Double(lunarDay - 1) * 12, near: begin)
    let day = (moment + zone + 0.5).rounded(.down)
    let clock = day - 0.5 - zone + Double(hour) / 24
    return date(clock >= moment ? day : day + 1)
  }

  /// The first day of the month that the crescent opens which is looked for in Mecca on the evenings about a day: the day behind the evening that
  /// follows the new moon by some hours.
  static func crescent(near day: CalendarDate) -> CalendarDate {
    let zone = 3.0 / 24
    let around = Double(day.dayNumber - CalendarDate(year: 2000, month: 1, day: 1).dayNumber)
    let new = phase(0, near: around - 1)
    // A moon that is new after 3 pm is not seen that evening.
    return date(new + zone + 9.0 / 24).adding(days: 1)
  }

  /// The Gregorian day of a moment, in days since 2000-01-01 12:00.
  private static func date(_ moment: Double) -> CalendarDate {
    CalendarDate(dayNumber: CalendarDate(year: 2000, month: 1, day: 1).dayNumber + Int((moment + 0.5).rounded(.down)))
  }

  // MARK: Sun and moon

  private static func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }

  /// An angle between -180 and 180 degrees.
  private static func wrapped(_ angle: Double) -> Double { angle - 360 * ((angle + 180) / 360).rounded(.down) }

  /// Where the sun stands, in degrees from the spring point.
  private static func sun(_ time: Double) -> Double {
    let anomaly = 357.5291 + 0.985_600_28 * time
    return 280.4665 + 0.985_647_36 * time + 1.9146 * sine(anomaly) + 0.02 * sine(2 * anomaly) - 0.0057
  }

  /// Where the moon stands.
  private static func moon(_ time: Double) -> Double {
    let elongation = 297.8502 + 12.190_749_12 * time
    let (sun, moon) = (357.5291 + 0.985_600_28 * time, 134.9634 + 13.064_992_95 * time)
    let node = 93.2721 + 13.229_350_24 * time
    return 218.3164 + 13.176_396_48 * time + 6.289 * sine(moon) + 1.274 * sine(2 * elongation - moon) + 0.658 * sine(2 * elongation)
      + 0.214 * sine(2 * moon) - 0.186 * sine(sun) - 0.114 * sine(2 * node) + 0.059 * sine(2 * elongation - 2 * moon)
      + 0.057 * sine(2 * elongation - sun - moon) + 0.053 * sine(2 * elongation + moon) + 0.046 * sine(2 * elongation - sun)
      - 0.041 * sine(sun - moon) - 0.035 * sine(elongation) - 0.031 * sine(sun + moon)
  }

  /// When the sun stands at a place of its way in a year, `near` so many days after its first.
  private static func sunAt(_ angle: Double, in year: Int, near days: Double) -> Double {
    let first = Double(CalendarDate(year: year, month: 1, day: 1).dayNumber - CalendarDate(year: 2000, month: 1, day: 1).dayNumber)
    var time = first + days
    for _ in 0..<5 { time += wrapped(angle - sun(time)) / 0.985_647 }
    return time
  }

  /// When the moon is so many degrees ahead of the sun, near a time.
  private static func phase(_ angle: Double, near: Double) -> Double {
    var time = near
    for _ in 0..<6 { time += wrapped(angle - moon(time) + sun(time)) / 12.190_749 }
    return time
  }

  /// The last new moon before a time.
  private static func newMoon(before time: Double) -> Double {
    let ahead = moon(time) - sun(time)
    let found = phase(0, near: time - (ahead - 360 * (ahead / 360).rounded(.down)) / 12.190_749)
    // The next one, where the moon was about to be new.
    let next = phase(0, near: found + 29.53)
    return next <= time ? next : found > time ? phase(0, near: found - 29.53) : found
  }
}
