#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Arrays of hundreds of megabytes: half of the time of filling them can go into handing out their pages one by one.
extension Array {
  /// Reserves room for `count` elements and asks the system for large pages; what is never written costs nothing.
  mutating func reserveLarge(_ count: Int) {
    reserveCapacity(count)
    let bytes = capacity * MemoryLayout<Element>.stride
    withUnsafeMutableBufferPointer { LargePages.advise($0.baseAddress, bytes) }
  }

  /// An array of `count` times `value`, in large pages.
  static func filledLarge(_ value: Element, count: Int) -> [Element] {
    var array: [Element] = []
    array.reserveLarge(count)
    array.append(contentsOf: repeatElement(value, count: count))
    return array
  }
}

/// Pages of two megabytes.
enum LargePages {
  static let size = 2 << 20

  /// Asks for large pages wherever a whole one fits between `base` and `bytes` bytes on; nothing happens where the system has none.
  static func advise(_ base: UnsafeMutableRawPointer?, _ bytes: Int) {
    #if os(Linux)
      guard let base, bytes >= 2 * size else { return }
      let mask = UInt(size - 1)
      let start = (UInt(bitPattern: base) + mask) & ~mask
      let end = (UInt(bitPattern: base) + UInt(bytes)) & ~mask
      if let first = UnsafeMutableRawPointer(bitPattern: start) { madvise(first, Int(end - start), Int32(MADV_HUGEPAGE)) }
    #endif
  }
}
