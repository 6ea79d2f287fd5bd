/// Which tokens stand inside quotation marks: a quick reading for coreference, which must not take a person spoken of for the speaker.
///
/// Double marks only; the state ends with the paragraph, so that a missing mark spoils no more than that.
enum QuotedText {
  /// One element a token. O(tokens).
  static func read(_ tokens: TokenTable, _ bytes: [UInt8]) -> [Bool] {
    bytes.withUnsafeBufferPointer { bytes in
      tokens.withColumns { columns in
        [Bool](unsafeUninitializedCapacity: columns.count) { quoted, filled in
          read(columns, bytes, into: quoted)
          filled = columns.count
        }
      }
    } ?? []
  }

  private static func read(_ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, into quoted: UnsafeMutableBufferPointer<Bool>) {
    var open = false
    for token in 0..<tokens.count {
      let flags = tokens.flags[token]
      if !flags.isDisjoint(with: [.paragraphStart, .lineStart]) { open = false }
      guard flags.contains(.punctuation) else {
        quoted[token] = open
        continue
      }
      let start = Int(tokens.start[token])
      switch bytes[start] {
      case UInt8(ascii: "\""): open.toggle()
      case UInt8(ascii: "`"), UInt8(ascii: "'"):
        if tokens.end[token] - tokens.start[token] == 2 { open = bytes[start] == UInt8(ascii: "`") }
      case 0xE2 where tokens.end[token] - tokens.start[token] == 3 && bytes[start + 1] == 0x80:
        if bytes[start + 2] == 0x9C || bytes[start + 2] == 0x9E { open = true }
        if bytes[start + 2] == 0x9D { open = false }
      default: break
      }
      quoted[token] = open
    }
  }
}
