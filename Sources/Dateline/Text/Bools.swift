extension Bool {
  /// Both or either without a branch: for conditions that no processor could foresee, where asking both costs less than guessing wrong.
  @inline(__always) static func & (left: Bool, right: Bool) -> Bool { left.bit & right.bit != 0 }
  @inline(__always) static func | (left: Bool, right: Bool) -> Bool { left.bit | right.bit != 0 }

  @inline(__always) private var bit: UInt8 { self ? 1 : 0 }
}
