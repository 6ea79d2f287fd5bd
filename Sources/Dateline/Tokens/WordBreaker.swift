import CICU

/// ICU's word boundaries over UTF-8: the base of every token. One per worker.
///
/// ASCII goes through `WordBreakBlocks`, other Latin, Greek and Cyrillic letters, punctuation and symbols through `WordBreakScan`; both give
/// exactly ICU's boundaries and status. From the first character that neither knows, ICU takes over up to the next white space. A test
/// compares the three.
final class WordBreaker {
  private let words: OpaquePointer
  private var memory: WordSegments
  private var capacity = 1024
  private var count = 0
  private var stopped = Column<Int32>()

  /// The segments of the last text; valid until the next call of `segment`.
  var segments: WordSegments { memory[..<count] }
  /// The numbers of segments of letters with a stop or an apostrophe behind them, as far as `WordBreakBlocks` has read them: all but a few.
  var wordsBeforeStops: UnsafeBufferPointer<Int32> { UnsafeBufferPointer(start: stopped.base, count: stopped.count) }

  /// The status 200 of a segment of nothing but ASCII letters that no merging mark follows: nearly all words of a text.
  static let plainWord: UInt8 = 201

  /// Stops the process when libicu has no break data: nothing can work then.
  init() {
    guard let opened = cicu_words_open() else { fatalError("libicu has no word break data; install libicu") }
    words = opened
    memory = WordSegments(capacity: capacity)
  }

  deinit {
    memory.deallocate()
    stopped.deallocate()
    cicu_words_close(words)
  }

  /// ICU's version, as "72.1".
  static var icuVersion: String { String(cString: cicu_version()) }

  /// Finds the segments of valid UTF-8.
  ///
  /// - Complexity: O(bytes).
  func segment(_ bytes: UnsafeBufferPointer<UInt8>) {
    count = 0
    guard let text = bytes.baseAddress, bytes.count > 0 else { return }
    reserve(bytes.count / 3 + 64)
    var stopped = self.stopped
    stopped.removeAll()
    defer { self.stopped = stopped }
    let blocks = WordBreakBlocks(text: text)
    let scan = WordBreakScan(text: text, length: bytes.count)
    var position = 0
    while position < bytes.count {
      if capacity - count < WordBreakBlocks.room { reserve(capacity * 2) }
      // The scan's stretch: from the block's last boundary past the byte that the block cannot read, or the text's last bytes.
      var past = bytes.count
      if position + WordBreakBlocks.reach <= bytes.count {
        let (found, reached, hard) = blocks.run(from: position, into: memory[count...], behind: count, &stopped)
        count += found
        if hard < 0, reached > position {
          position = reached
          continue
        }
        position = reached
        past = max(position, hard)
      }
      let (found, reached, asksICU) = scan.run(from: position, past: past, into: memory[count...], room: capacity - count)
      count += found
      position = reached
      if asksICU { position = askICU(text, reached, scan.safePlace(after: reached)) }
    }
  }

  /// ICU's word iteration alone, without the fast path: the oracle of the tests and the floor of the benchmarks.
  func segmentByICU(_ bytes: UnsafeBufferPointer<UInt8>) {
    count = 0
    guard let text = bytes.baseAddress, bytes.count > 0 else { return }
    _ = askICU(text, 0, bytes.count)
  }

  private func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    let larger = WordSegments(capacity: wanted)
    larger.copy(memory[..<count])
    memory.deallocate()
    memory = larger
    capacity = wanted
  }

  /// Lets ICU segment `from..<to`; returns `to`.
  private func askICU(_ text: UnsafePointer<UInt8>, _ from: Int, _ to: Int) -> Int {
    while true {
      let room = capacity - count
      let (ends, status) = (memory.end + count, memory.status + count)
      let found = UnsafeRawPointer(text + from).withMemoryRebound(to: CChar.self, capacity: to - from) {
        Int(cicu_words_segment(words, $0, Int64(to - from), ends, status, Int64(room)))
      }
      if found > room {
        reserve(max(capacity * 2, count + found + 64))
        continue
      }
      // An ICU error leaves the stretch as one segment of no status.
      if found <= 0 {
        if room == 0 { reserve(capacity * 2) }
        count += memory[count...].set(0, from, to, 0, text)
        return to
      }
      var start = from
      for index in 0..<found {
        let end = from + Int(ends[index])
        count += memory[count...].set(0, start, end, status[index], text)
        start = end
      }
      return to
    }
  }
}
