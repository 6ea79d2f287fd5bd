/// Where a long text is cut to be read in parts.
///
/// All layers of a text together take some fifty times its bytes, while what is written of it takes four times as much. So a text of more than
/// `Article.wholeSize` bytes is read part by part, and of each part only what is written is kept. A part is as long as a dozen of articles: what
/// the names in it mean is decided by all of it, as in an article.
struct TextParts {
  /// A part has at most this many bytes, and at least half as many; the last one may have half as many again.
  let size: Int

  init(size: Int = 1 << 16) { self.size = size }

  /// The parts, in order, without gaps.
  ///
  /// Cut before a line that follows an empty one; where there is none, behind a line end, behind a stop, behind a space, before a character.
  ///
  /// - Complexity: O(bytes).
  func ranges(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while bytes.count - start > size + size / 2 {
      let end = cut(bytes, from: start + size / 2, to: start + size)
      ranges.append(start..<end)
      start = end
    }
    ranges.append(start..<bytes.count)
    return ranges
  }

  /// The best place to cut in `from...to`, the last of its kind. `from` lies inside the text, four bytes and more before `to`.
  private func cut(_ bytes: UnsafeBufferPointer<UInt8>, from: Int, to: Int) -> Int {
    var (behindLine, behindStop, behindSpace, character) = (0, 0, 0, 0)
    var at = to
    while at > from {
      if character == 0, bytes[at] & 0xC0 != 0x80 { character = at }
      switch bytes[at - 1] {
      case UInt8(ascii: "\n"):
        if isEmptyLine(bytes, endingAt: at - 1, from: from) { return at }
        if behindLine == 0 { behindLine = at }
      case UInt8(ascii: " "):
        if behindSpace == 0 { behindSpace = at }
        if behindStop == 0, at - 2 >= from, bytes[at - 2] == UInt8(ascii: ".") { behindStop = at }
      default: break
      }
      at -= 1
    }
    return [behindLine, behindStop, behindSpace, character].first { $0 > 0 } ?? to
  }

  /// Whether nothing but blanks stands between the line end at `end` and the one before it.
  private func isEmptyLine(_ bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int, from: Int) -> Bool {
    var at = end - 1
    // Lines of blanks are short, or they are no lines to cut at.
    while at >= max(from, end - 8) {
      switch bytes[at] {
      case UInt8(ascii: "\n"): return true
      case UInt8(ascii: "\r"), UInt8(ascii: " "), UInt8(ascii: "\t"): at -= 1
      default: return false
      }
    }
    return false
  }
}
