import CICU

/// Writes JSON into room that was made before, for the objects of which a graph has thousands.
///
/// `JSONOutput` looks for room and for a comma at every value; an object of a dozen small members would pay for that a dozen times. A pen is one
/// address, which stays in a register while everything around it is inlined: literals become wide stores, numbers are put together without
/// branches. Get one from `JSONOutput.pen(room:)`, give it back with `JSONOutput.take`.
struct JSONPen {
  private(set) var at: UnsafeMutableRawPointer
  private let limit: UnsafeMutableRawPointer

  @inline(__always) init(at: UnsafeMutableRawPointer, limit: UnsafeMutableRawPointer) {
    self.at = at
    self.limit = limit
  }

  @inline(__always) private mutating func advance(_ count: Int) {
    at += count
    assert(at <= limit, "more was written than room was made for")
  }

  /// Whether there is room for `count` bytes.
  @inline(__always) func hasRoom(_ count: Int) -> Bool { limit - at >= count &+ JSONPen.slack }

  /// Bytes that every method may store beyond what it writes: room must be made for them, too.
  static let slack = 32

  /// JSON as it stands: keys, punctuation, plain strings.
  @inline(__always) mutating func literal(_ text: StaticString) {
    at.copyMemory(from: text.utf8Start, byteCount: text.utf8CodeUnitCount)
    advance(text.utf8CodeUnitCount)
  }

  @inline(__always) mutating func byte(_ byte: UInt8) {
    at.storeBytes(of: byte, as: UInt8.self)
    advance(1)
  }

  /// Takes the last byte back.
  @inline(__always) mutating func back() { at -= 1 }

  // MARK: Numbers

  /// A whole number; at most twenty bytes.
  @inline(__always) mutating func integer(_ value: Int) {
    if UInt(bitPattern: value) < 10_000 { short(UInt32(truncatingIfNeeded: value)) } else { long(value) }
  }

  /// A number below 10,000 without its leading zeros, and without a branch on how many there are.
  @inline(__always) private mutating func short(_ value: UInt32) {
    let digits = JSONPen.fourDigits(value)
    // Whole bytes of zeros at the lower end are leading zeros; the last digit stays.
    let zeros = UInt32(truncatingIfNeeded: (digits | 0x0100_0000).trailingZeroBitCount) & 24
    at.storeBytes(of: ((digits | 0x3030_3030) &>> zeros).littleEndian, as: UInt32.self)
    advance(4 - Int(zeros &>> 3))
  }

  /// The four digits of a number below 10,000, as a byte each, the first one lowest.
  @inline(__always) private static func fourDigits(_ value: UInt32) -> UInt32 {
    // 5243 / 2^19 is 1/100 and 103 / 2^10 is 1/10, near enough for numbers this small.
    let hundreds = (value &* 5243) &>> 19
    let pairs = hundreds | (value &- hundreds &* 100) &<< 16
    let tens = ((pairs &* 103) &>> 10) & 0x000F_000F
    return tens | (pairs &- tens &* 10) &<< 8
  }

  @inline(never) private mutating func long(_ value: Int) {
    if value < 0 { byte(UInt8(ascii: "-")) }
    // At most five groups of four digits.
    var rest = value.magnitude
    var groups = SIMD8<UInt32>.zero
    var count = 0
    while rest >= 10_000 {
      groups[count] = UInt32(truncatingIfNeeded: rest % 10_000)
      rest /= 10_000
      count += 1
    }
    short(UInt32(truncatingIfNeeded: rest))
    while count > 0 {
      count -= 1
      at.storeBytes(of: (JSONPen.fourDigits(groups[count]) | 0x3030_3030).littleEndian, as: UInt32.self)
      advance(4)
    }
  }

  /// A number rounded to two decimals by integer arithmetic, zeros at its end left out; what is no number becomes null.
  @inline(__always) mutating func hundredths(_ value: Float) {
    let exact = Double(value) * 100
    // Not so for what is no number.
    guard abs(exact) < 1e15 else { return number(Double(value)) }
    let scaled = Int(exact < 0 ? exact - 0.5 : exact + 0.5)
    at.storeBytes(of: UInt8(ascii: "-"), as: UInt8.self)
    advance(scaled < 0 ? 1 : 0)
    let magnitude = scaled.magnitude
    if magnitude < 1000 {
      // A digit, the point, two digits: all four stored, one, three or four of them counted.
      let digits = JSONPen.fourDigits(UInt32(truncatingIfNeeded: magnitude))
      at.storeBytes(of: ((digits >> 8 & 0xFF | digits & 0xFFFF_0000) | 0x3030_2E30).littleEndian, as: UInt32.self)
      // Without decimals the point goes, too. No branch: how many there are is anybody's guess.
      let zeros = (digits | 1 << 8).leadingZeroBitCount &>> 3
      advance(4 &- zeros &- zeros &>> 1)
    } else {
      let whole = magnitude / 100
      integer(Int(whole))
      decimals(UInt32(truncatingIfNeeded: magnitude &- whole &* 100) &* 10)
    }
  }

  /// A point and three decimals, zeros at the end left out; nothing for zero.
  @inline(__always) private mutating func decimals(_ thousandths: UInt32) {
    let digits = JSONPen.fourDigits(thousandths)
    // The point takes the place of the first of the four digits, which is zero.
    at.storeBytes(of: (digits | 0x3030_302E).littleEndian, as: UInt32.self)
    advance(digits == 0 ? 0 : 4 - (digits.leadingZeroBitCount &>> 3))
  }

  /// A number in its shortest form: integers without a point; what JSON cannot write becomes null. At most 32 bytes.
  mutating func number(_ value: Double) {
    if value == value.rounded(), abs(value) < 1e15 { return integer(Int(value)) }
    guard value.isFinite else { return literal("null") }
    // Decimals of fifteen digits all differ as numbers: if a short one gives this number, it is the shortest that does.
    let scaled = (abs(value) * 1000).rounded()
    if scaled < 1e12, scaled / 1000 == abs(value) {
      if value < 0 { byte(UInt8(ascii: "-")) }
      let thousandths = UInt64(scaled)
      integer(Int(thousandths / 1000))
      return decimals(UInt32(truncatingIfNeeded: thousandths % 1000))
    }
    for byte in "\(value)".utf8 { self.byte(byte) }
  }

  /// Whether a number's text is its shortest form already, as `number` would write it: no zeros too many, and few enough digits that no other
  /// text of so many gives the same number.
  static func isShortest(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = text.first == UInt8(ascii: "-") ? 1 : 0
    let first = index
    while index < text.count, text[index] &- 48 < 10 { index += 1 }
    guard index > first, text.count <= 15 else { return false }
    let isFraction = index < text.count && text[index] == UInt8(ascii: ".")
    if text[first] == UInt8(ascii: "0"), index > first + 1 || !isFraction || index + 1 < text.count && text[index + 1] == UInt8(ascii: "0")
    {
      return false
    }
    guard isFraction else { return index == text.count }
    index += 1
    let decimals = index
    while index < text.count, text[index] &- 48 < 10 { index += 1 }
    return index == text.count && index > decimals && text[index - 1] != UInt8(ascii: "0")
  }

  // MARK: Names and texts

  /// The name of a case, without marks; at most sixteen bytes.
  @inline(__always) mutating func name(_ name: UnsafePointer<ShortName>) {
    at.storeBytes(of: name.pointee.low.littleEndian, as: UInt64.self)
    at.storeBytes(of: name.pointee.high.littleEndian, toByteOffset: 8, as: UInt64.self)
    advance(name.pointee.count)
  }

  /// The beginning of an object.
  @inline(__always) mutating func opening(_ opening: UnsafePointer<JSONOpening>) {
    at.storeBytes(of: opening.pointee.first, as: SIMD16<UInt8>.self)
    at.storeBytes(of: opening.pointee.second, toByteOffset: 16, as: SIMD16<UInt8>.self)
    advance(opening.pointee.count)
  }

  /// A label without marks; at most `room(label)` bytes.
  @inline(__always) mutating func label(_ label: Label) {
    guard label.isPlain else { return text(label.start, label.count) }
    if label.count <= 32, JSONPen.isReadable(label.start, 32) {
      at.storeBytes(of: UnsafeRawPointer(label.start).loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
      at.storeBytes(
        of: UnsafeRawPointer(label.start).loadUnaligned(fromByteOffset: 16, as: SIMD16<UInt8>.self), toByteOffset: 16,
        as: SIMD16<UInt8>.self)
    } else {
      at.copyMemory(from: label.start, byteCount: label.count)
    }
    advance(label.count)
  }

  /// Room for a text of `count` bytes: six for each, if all of them need the longest escape.
  @inline(__always) static func room(_ count: Int) -> Int { count * 6 + slack }

  /// Text without marks, escaped where it must be.
  @inline(__always) mutating func text(_ start: UnsafePointer<UInt8>, _ count: Int) {
    // Most texts are names: one load, one test, one store.
    if count > 16 || !block(start, count) { self = JSONPen.long(self, start, count) }
  }

  /// Writes up to sixteen bytes at once; false where one of them needs an escape or the bytes behind them cannot be read.
  @inline(__always) private mutating func block(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard count == 16 || JSONPen.isReadable(start, 16) else { return false }
    let from = UnsafeRawPointer(start)
    let low = from.loadUnaligned(as: UInt64.self).littleEndian
    let high = from.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
    let (lowSpecials, highSpecials) = (JSONPen.specials(low), JSONPen.specials(high))
    // A special byte behind the text's end is no matter.
    guard lowSpecials | highSpecials == 0 || JSONPen.first(count, of: lowSpecials, highSpecials) == 0 else { return false }
    at.storeBytes(of: low.littleEndian, as: UInt64.self)
    at.storeBytes(of: high.littleEndian, toByteOffset: 8, as: UInt64.self)
    advance(count)
    return true
  }

  /// A text of any length: stretches without escapes are copied as they are. Takes the pen and gives it back, so that it stays in a register.
  @inline(never) private static func long(_ pen: JSONPen, _ start: UnsafePointer<UInt8>, _ count: Int) -> JSONPen {
    var pen = pen
    var done = 0
    while true {
      let plain = Int(cicu_copy_plain(pen.at.assumingMemoryBound(to: UInt8.self), start + done, Int64(count - done)))
      pen.advance(plain)
      done += plain
      guard done < count else { return pen }
      pen.escaped(start[done])
      done += 1
    }
  }

  /// What is set in the first `count` of sixteen bytes.
  @inline(__always) private static func first(_ count: Int, of low: UInt64, _ high: UInt64) -> UInt64 {
    let lowMask = count >= 8 ? ~0 : (1 as UInt64) &<< UInt64(count &* 8) &- 1
    let highMask = count >= 16 ? ~0 : count <= 8 ? 0 : (1 as UInt64) &<< UInt64(count &* 8 &- 64) &- 1
    return low & lowMask | high & highMask
  }

  /// The top bit of each byte that may not stand in a JSON string as it is, and perhaps of one behind such a byte.
  @inline(__always) static func specials(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quote = word ^ (ones &* 0x22)
    let slash = word ^ (ones &* 0x5C)
    let control = (word &- (ones &* 0x20)) & ~word
    return (control | ((quote &- ones) & ~quote) | ((slash &- ones) & ~slash)) & 0x8080_8080_8080_8080
  }

  private mutating func escaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): literal("\\\"")
    case UInt8(ascii: "\\"): literal("\\\\")
    case 8: literal("\\b")
    case 9: literal("\\t")
    case 10: literal("\\n")
    case 12: literal("\\f")
    case 13: literal("\\r")
    case 0..<0x20:
      literal("\\u00")
      self.byte(byte < 16 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
      let digit = byte & 15
      self.byte(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
    default: self.byte(byte)
    }
  }

  /// Whether `count` bytes from `address` on can be read, whatever they are: memory is given out in whole pages, so all up to the page's end are
  /// there when the first one is.
  @inline(__always) private static func isReadable(_ address: some _Pointer, _ count: UInt) -> Bool {
    UInt(bitPattern: address) & 4095 <= 4096 - count
  }
}
