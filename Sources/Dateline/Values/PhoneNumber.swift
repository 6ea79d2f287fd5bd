/// Telephone numbers, which count nothing: "+44 20 7946 0000", "(617) 555-0134", "617-555-0134", "1-800-555-0199", "0161 496 0000".
///
/// Source of the forms: ITU-T E.123 and E.164 (at most 15 digits), the North American numbering plan.
enum PhoneNumber {
  private static let fewestDigits = 8
  private static let mostDigits = 15

  /// The byte behind the telephone number whose first digit is at `start`, a plus sign or a bracket before it or not; nil for other numbers.
  ///
  /// - Complexity: O(length of the number).
  static func end(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) -> Int? {
    let before = start > 0 ? bytes[start - 1] : 0
    guard
      before == UInt8(ascii: "+") || before == UInt8(ascii: "(") || bytes[start] == UInt8(ascii: "0") || mayBeAmerican(bytes, start, limit)
    else { return nil }
    let groups = Groups(bytes, from: start, limit: limit, isBracketed: before == UInt8(ascii: "("))
    guard groups.digits <= mostDigits else { return nil }
    let isPhone =
      switch before {
      case UInt8(ascii: "+"): groups.digits >= fewestDigits && groups.count > 1 || groups.digits > fewestDigits + 2
      case UInt8(ascii: "("): groups.isAmerican(closesBracket: true) || isTrunk(bytes, start, groups)
      default: groups.isAmerican(closesBracket: false) || isTrunk(bytes, start, groups)
      }
    return isPhone ? groups.end : nil
  }

  /// "0161 496 0000": a zero before other digits is no part of an amount; a decimal and a code of one group are no numbers to call.
  private static func isTrunk(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ groups: Groups) -> Bool {
    bytes[start] == UInt8(ascii: "0") && groups.first >= 3 && groups.count > 1 && groups.digits > fewestDigits
      && groups.separator != UInt8(ascii: ".")
  }

  /// Three digits, or a one, and a hyphen or a dot: what most numbers have not.
  @inline(__always)
  private static func mayBeAmerican(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    let behind = bytes[start] == UInt8(ascii: "1") && start + 1 < limit && bytes[start + 1] &- 48 >= 10 ? start + 1 : start + 3
    return behind < limit && (bytes[behind] == UInt8(ascii: "-") || bytes[behind] == UInt8(ascii: "."))
  }

  /// The groups of digits of one number and what parts them.
  private struct Groups {
    private(set) var digits = 0
    private(set) var count = 0
    private(set) var first = 0
    /// Lengths of the groups, four bits each, the last lowest.
    private var lengths = 0
    /// What stands between all groups; 0 where that differs.
    private(set) var separator: UInt8 = 0
    private(set) var end: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int, isBracketed: Bool) {
      var at = start
      end = start
      while at < limit, digits <= PhoneNumber.mostDigits {
        let group = at
        while at < limit, at - group < 15, bytes[at] &- 48 < 10 { at += 1 }
        guard at > group else { break }
        if count == 0 { first = at - group }
        count += 1
        digits += at - group
        lengths = (lengths << 4 | (at - group)) & 0xFFFF
        end = at
        guard at + 1 < limit else { break }
        // The area code in brackets, then its space.
        if bytes[at] == UInt8(ascii: ")"), count <= 2 { at += 1 }
        guard at + 1 < limit, bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: ".") else {
          // "(617)555-0134".
          if at > end, bytes[at] &- 48 < 10 { continue }
          break
        }
        if bytes[at + 1] &- 48 < 10 || bytes[at + 1] == UInt8(ascii: "(") {
          if !(isBracketed && count == 1) { separator = count == 1 || separator == bytes[at] ? bytes[at] : isBracketed ? bytes[at] : 0 }
          at += bytes[at + 1] == UInt8(ascii: "(") ? 2 : 1
        } else {
          break
        }
      }
    }

    /// "617-555-0134", "1-800-555-0199", "617.555.0134", "(617) 555-0134".
    func isAmerican(closesBracket: Bool) -> Bool {
      if closesBracket { return count == 3 && lengths == 0x334 }
      return separator != 0 && separator != UInt8(ascii: " ") && (count == 3 && lengths == 0x334 || count == 4 && lengths == 0x1334)
    }
  }
}
