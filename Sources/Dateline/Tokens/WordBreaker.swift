import CICU

/// ICU's word boundaries over UTF-8: the base of every token. One per worker.
final class WordBreaker {
  private let words: OpaquePointer
  /// End offsets of the segments of the last text, white space included.
  private(set) var ends: [Int32] = []
  /// ICU's rule status of each segment: 0 none, 100 number, 200 letters, 250 ideographs and the like.
  private(set) var status: [UInt8] = []

  /// Stops the process when libicu has no break data: nothing can work then.
  init() {
    guard let opened = cicu_words_open() else { fatalError("libicu has no word break data; install libicu") }
    words = opened
  }

  deinit { cicu_words_close(words) }

  /// ICU's version, as "72.1".
  static var icuVersion: String { String(cString: cicu_version()) }

  /// Fills `ends` and `status` for valid UTF-8. O(bytes).
  func segment(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !bytes.isEmpty else {
      ends.removeAll(keepingCapacity: true)
      status.removeAll(keepingCapacity: true)
      return
    }
    var capacity = max(ends.capacity, bytes.count / 2 + 16)
    while true {
      var found: Int64 = 0
      var newStatus = status
      status = []
      var newEnds = ends
      ends = []
      resize(&newEnds, capacity)
      resize(&newStatus, capacity)
      found = bytes.withMemoryRebound(to: CChar.self) { text in
        newEnds.withUnsafeMutableBufferPointer { ends in
          newStatus.withUnsafeMutableBufferPointer { status in
            cicu_words_segment(words, text.baseAddress, Int64(text.count), ends.baseAddress, status.baseAddress, Int64(capacity))
          }
        }
      }
      if found > Int64(capacity) {
        capacity = Int(found)
        ends = newEnds
        status = newStatus
        continue
      }
      let count = max(0, Int(found))
      newEnds.removeLast(newEnds.count - count)
      newStatus.removeLast(newStatus.count - count)
      ends = newEnds
      status = newStatus
      return
    }
  }

  private func resize<T: FixedWidthInteger>(_ array: inout [T], _ count: Int) {
    if array.count < count { array.append(contentsOf: repeatElement(0, count: count - array.count)) }
    if array.count > count { array.removeLast(array.count - count) }
  }
}
