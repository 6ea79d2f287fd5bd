/// An enumeration whose cases are written by name. The names are spelled out beside it: asking reflection for them costs the start of every
/// process more than a millisecond. A test holds them to the cases.
public protocol NamedCase: RawRepresentable, CaseIterable, Sendable where RawValue == UInt8 {
  /// The case names in order of raw values, which count from 0.
  static var names: CaseNames { get }
}

extension NamedCase {
  /// The case's name as the graph writes it.
  @inline(__always) public var name: String { Self.names.strings[Int(rawValue)] }
}

/// A name of at most sixteen bytes in two registers, low byte first.
struct ShortName {
  var low: UInt64 = 0
  var high: UInt64 = 0
  var count = 0

  static let longest = 16
}

/// The names of an enumeration's cases: as strings, and ready to be stored. Lives as long as the process.
public struct CaseNames: @unchecked Sendable, ExpressibleByArrayLiteral {
  let strings: [String]
  let short: UnsafePointer<ShortName>

  /// - Precondition: no name is longer than sixteen bytes.
  public init(arrayLiteral names: String...) {
    strings = names
    let short = UnsafeMutablePointer<ShortName>.allocate(capacity: max(1, strings.count))
    for (index, string) in strings.enumerated() {
      precondition(string.utf8.count <= ShortName.longest, "a case name is too long to be written at once")
      var name = ShortName(count: string.utf8.count)
      for (place, byte) in string.utf8.enumerated() {
        if place < 8 { name.low |= UInt64(byte) << UInt64(place * 8) } else { name.high |= UInt64(byte) << UInt64(place * 8 - 64) }
      }
      (short + index).initialize(to: name)
    }
    self.short = UnsafePointer(short)
  }
}

/// The names of one enumeration at hand: a static property is asked for anew, with a lock, at every use.
struct NamesAtHand<Case: NamedCase>: @unchecked Sendable {
  private let short = Case.names.short

  @inline(__always) subscript(_ value: Case) -> UnsafePointer<ShortName> { short + Int(value.rawValue) }
}
