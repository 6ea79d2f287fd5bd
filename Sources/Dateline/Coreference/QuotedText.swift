/// Whether a token stands inside quotation marks, read in step with the text: a quick reading for coreference, which must not take a person spoken
/// of for the speaker.
///
/// Double marks only; the state ends with the paragraph, so that a missing mark spoils no more than that.
struct QuotedText {
  private(set) var isOpen = false

  /// Goes on to `token`.
  @inline(__always)
  mutating func step(_ token: Int, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) {
    let flags = tokens.flags[token]
    if flags.isDisjoint(with: [.paragraphStart, .lineStart, .punctuation]) { return }
    if !flags.isDisjoint(with: [.paragraphStart, .lineStart]) { isOpen = false }
    if flags.contains(.punctuation) { mark(bytes.baseAddress! + Int(tokens.start[token]), tokens.length(token)) }
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
    case UInt8(ascii: "\""): isOpen.toggle()
    case UInt8(ascii: "`"), UInt8(ascii: "'"):
      if length == 2 { isOpen = bytes[0] == UInt8(ascii: "`") }
    case 0xE2 where length == 3 && bytes[1] == 0x80:
      if bytes[2] == 0x9C || bytes[2] == 0x9E { isOpen = true }
      if bytes[2] == 0x9D { isOpen = false }
    default: break
    }
  }
}
