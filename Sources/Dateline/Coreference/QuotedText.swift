/// Whether a token stands inside quotation marks, read in step with the text: a quick reading for coreference, which must not take a person spoken
/// of for the speaker.
///
/// Single marks count where they look like quotation marks: before a word, and behind its punctuation. The state ends with the paragraph, so that a
/// missing mark spoils no more than that.
struct QuotedText {
  /// Whether a double mark is open, and whether a single one is.
  private var isDouble = false
  private var isSingle = false
  var isOpen: Bool { isDouble || isSingle }

  /// Goes on to `token`.
  @inline(__always)
  mutating func step(_ token: Int, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) {
    let flags = tokens.flags[token]
    if flags.isDisjoint(with: [.paragraphStart, .lineStart, .punctuation]) { return }
    if !flags.isDisjoint(with: [.paragraphStart, .lineStart]) {
      isDouble = false
      isSingle = false
    }
    guard flags.contains(.punctuation) else { return }
    let start = Int(tokens.start[token])
    mark(bytes.baseAddress! + start, tokens.length(token))
    if QuotedText.isSingle(bytes, start, Int(tokens.end[token])) { single(token, tokens, bytes) }
  }

  /// One for a byte with which a mark begins that may open or close a quotation, else zero; no branch, since marks come as they please.
  @inline(__always)
  static func mayOpenOrClose(_ byte: UInt8) -> UInt64 {
    // The quotation mark, the apostrophe and the grave accent lie within 64 bytes.
    let place = UInt64(byte &- UInt8(ascii: "\""))
    return marks &>> place & (place < 64 ? 1 : 0) | (byte == 0xE2 ? 1 : 0)
  }

  private static var marks: UInt64 { 1 | 1 << 5 | 1 << 62 }

  private mutating func mark(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    switch bytes[0] {
    case UInt8(ascii: "\""): isDouble.toggle()
    case UInt8(ascii: "`"), UInt8(ascii: "'"):
      if length == 2 { isDouble = bytes[0] == UInt8(ascii: "`") }
    case 0xE2 where length == 3 && bytes[1] == 0x80:
      if bytes[2] == 0x9C || bytes[2] == 0x9E { isDouble = true }
      if bytes[2] == 0x9D { isDouble = false }
    default: break
    }
  }

  /// ' or ‘ or ’.
  private static func isSingle(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if end - start == 1 { return bytes[start] == UInt8(ascii: "'") }
    return end - start == 3 && bytes[start] == 0xE2 && bytes[start + 1] == 0x80 && (bytes[start + 2] == 0x98 || bytes[start + 2] == 0x99)
  }

  /// Opens at a mark that stands free before a word, closes at one right behind punctuation or before none.
  private mutating func single(_ token: Int, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) {
    let start = Int(tokens.start[token])
    let isFree = tokens.is(token, .spaceBefore) || start == 0 || !tokens.flags[token].isDisjoint(with: [.paragraphStart, .lineStart])
    let next = token + 1 < tokens.count ? tokens.flags[token + 1] : .spaceBefore
    if isFree, bytes[start] != 0xE2 || bytes[start + 2] == 0x98, !next.contains(.spaceBefore), next.contains(.hasLetter) {
      isSingle = true
    } else if isSingle, !isFree, token > 0, tokens.is(token - 1, .punctuation) || next.contains(.spaceBefore) && tokens.tag[token] != .pos {
      isSingle = false
    }
  }
}
