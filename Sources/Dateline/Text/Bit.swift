/// Questions answered by a bit, 1 or 0, in arithmetic: for what comes as it pleases, since of comparisons the compiler makes branches where it
/// likes, and those no processor could foresee.
enum Bit {
  /// 1 where any bit is set.
  @inline(__always) static func any(_ bits: UInt64) -> UInt64 { (bits | (0 &- bits)) &>> 63 }
  /// 1 for the same numbers.
  @inline(__always) static func same(_ one: Int32, _ other: Int32) -> UInt64 { (UInt64(UInt32(bitPattern: one ^ other)) &- 1) &>> 63 }
  @inline(__always) static func same(_ one: UInt8, _ other: UInt8) -> UInt64 { (UInt64(one ^ other) &- 1) &>> 63 }
  @inline(__always)
  static func same(_ one: Int, _ other: Int) -> UInt64 {
    let apart = UInt64(bitPattern: Int64(one ^ other))
    return (~apart & (apart &- 1)) &>> 63
  }
  /// 1 where the first number is the smaller one; they lie less than half of all numbers apart.
  @inline(__always) static func less(_ one: Int, _ other: Int) -> UInt64 { UInt64(bitPattern: Int64(one &- other)) &>> 63 }
}
