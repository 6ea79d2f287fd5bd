/// The plain beginning of an object, of at most thirty-two bytes: stored as a whole instead of key by key.
struct JSONOpening {
  private(set) var first = SIMD16<UInt8>()
  private(set) var second = SIMD16<UInt8>()
  let count: Int

  static let longest = 32

  fileprivate init(_ text: String) {
    precondition(text.utf8.count <= JSONOpening.longest, "an opening is too long to be written at once")
    count = text.utf8.count
    for (place, byte) in text.utf8.enumerated() {
      if place < 16 { first[place] = byte } else { second[place - 16] = byte }
    }
  }
}

/// A row of openings, which lives as long as the process.
struct JSONOpenings: @unchecked Sendable {
  private let base: UnsafePointer<JSONOpening>

  init(_ texts: [String]) {
    let openings = UnsafeMutablePointer<JSONOpening>.allocate(capacity: max(1, texts.count))
    for (index, text) in texts.enumerated() { (openings + index).initialize(to: JSONOpening(text)) }
    base = UnsafePointer(openings)
  }

  @inline(__always) subscript(_ number: UInt8) -> UnsafePointer<JSONOpening> { base + Int(number) }
}
