/// What tags a token can bear before its neighbours are looked at: bits 0 to 36 are a `TagSet`, the top byte the likeliest tag. Bit 40 says whether
/// there are several, bit 41 whether the likeliest is one of `TagBits.turns`: made once a word, so that the tagger need not ask at each token.
typealias Candidates = UInt64

extension Tag {
  /// This tag's bit in a `TagSet`; folds to a constant.
  @inline(__always) var bit: UInt64 { 1 &<< UInt64(rawValue) }
}

/// Groups of tags that the rules ask for, as bits.
enum TagBits {
  @inline(__always) static var noun: UInt64 { Tag.nn.bit | Tag.nns.bit | Tag.nnp.bit | Tag.nnps.bit }
  @inline(__always) static var finite: UInt64 { Tag.vbd.bit | Tag.vbp.bit | Tag.vbz.bit | Tag.md.bit }
  @inline(__always) static var verb: UInt64 { Tag.vb.bit | Tag.vbd.bit | Tag.vbg.bit | Tag.vbn.bit | Tag.vbp.bit | Tag.vbz.bit }
  @inline(__always) static var adjective: UInt64 { Tag.jj.bit | Tag.jjr.bit | Tag.jjs.bit }
  @inline(__always) static var adverb: UInt64 { Tag.rb.bit | Tag.rbr.bit | Tag.rbs.bit }
  /// What a noun group may begin with.
  @inline(__always) static var groupStart: UInt64 {
    noun | adjective | Tag.dt.bit | Tag.prp.bit | Tag.prps.bit | Tag.cd.bit | Tag.ex.bit | Tag.pdt.bit | Tag.wps.bit
  }
  /// Function words, which a capital does not turn into names.
  @inline(__always) static var closed: UInt64 {
    Tag.dt.bit | Tag.in.bit | Tag.prp.bit | Tag.prps.bit | Tag.cc.bit | Tag.to.bit | Tag.md.bit | Tag.wdt.bit | Tag.wp.bit | Tag.wps.bit
      | Tag.wrb.bit | Tag.ex.bit | Tag.pos.bit | Tag.pdt.bit
  }
  /// Tags that make an auxiliary wait, or end the waiting.
  @inline(__always) static var turns: UInt64 { verb | Tag.md.bit | Tag.to.bit | Tag.in.bit | clauseEnds }
  /// Tags that end a clause.
  @inline(__always) static var clauseEnds: UInt64 { Tag.punct.bit | Tag.wdt.bit | Tag.wp.bit | Tag.wrb.bit | Tag.wps.bit }
  static let mask: UInt64 = (1 << 40) - 1
}

/// Reads off lexicon and shape which tags a token can bear.
enum TagGuesser {
  @inline(__always)
  static func pack(_ bits: UInt64, _ primary: Tag) -> Candidates {
    let all = bits | primary.bit
    let several: UInt64 = all & (all &- 1) != 0 ? 1 : 0
    let turns = TagBits.turns &>> UInt64(primary.rawValue) & 1
    return all | several << 40 | turns << 41 | UInt64(primary.rawValue) << 56
  }
  /// The likeliest tag; the top byte only ever holds a tag's raw value.
  @inline(__always) static func primary(_ candidates: Candidates) -> Tag {
    unsafeBitCast(UInt8(truncatingIfNeeded: candidates >> 56), to: Tag.self)
  }
  /// Whether there are several, in bit 0; whether the likeliest is one of `TagBits.turns`, in bit 1.
  @inline(__always) static func marks(_ candidates: Candidates) -> UInt8 { UInt8(truncatingIfNeeded: candidates >> 40) }

  /// - Parameters:
  ///   - first: the token opens a sentence or a quotation, so that its capital says little.
  ///   - titled: most words of its line are capitalised.
  static func candidates(
    _ word: LexemeProfile, _ flags: TokenFlags, _ classes: WordClassSet, _ bytes: UnsafeBufferPointer<UInt8>, first: Bool, titled: Bool
  ) -> Candidates {
    if flags.contains(.punctuation) && !flags.contains(.possessive) && !flags.contains(.clitic) { return punctuation(bytes) }
    let known = word.tags
    let primary = word.primary <= Tag.punct.rawValue ? unsafeBitCast(word.primary, to: Tag.self) : .nn
    let risk = word.risk
    if flags.contains(.capitalized) {
      if known & TagBits.closed != 0, !flags.contains(.allCapitals) || flags.contains(.clitic) || titled || first {
        // "May" and "Will" as names are seldom; "US" and "IT" are caught by their two capitals.
        return TagGuesser.pack(known, primary)
      }
      if classes.contains(.demonymWord) {
        return primary == .nnps || primary == .nns ? TagGuesser.pack(Tag.nnps.bit, .nnps) : TagGuesser.pack(Tag.jj.bit | Tag.nnp.bit, .jj)
      }
      if known != 0, first || titled, risk > 0 { return TagGuesser.pack(known | Tag.nnp.bit, primary) }
      if flags.contains(.hasDigit), !flags.contains(.hasLetter) { return TagGuesser.pack(0, .cd) }
      if known & Tag.jj.bit != 0, known & (TagBits.noun | TagBits.verb) == 0, risk < 0 {
        return TagGuesser.pack(Tag.jj.bit | Tag.nnp.bit, .jj)
      }
      return known & (Tag.nns.bit | Tag.nnps.bit) != 0 ? TagGuesser.pack(0, .nnps) : TagGuesser.pack(0, .nnp)
    }
    if known != 0 { return TagGuesser.pack(known, primary) }
    if flags.contains(.number) { return TagGuesser.pack(0, .cd) }
    if flags.contains(.url) || flags.contains(.handle) { return TagGuesser.pack(0, .nnp) }
    return suffix(flags, bytes)
  }

  private static func punctuation(_ bytes: UnsafeBufferPointer<UInt8>) -> Candidates {
    switch bytes[0] {
    case UInt8(ascii: "$"): return TagGuesser.pack(0, .sym)
    case UInt8(ascii: "%"): return TagGuesser.pack(0, .nn)
    case UInt8(ascii: "&"): return TagGuesser.pack(0, .cc)
    // £, ¥ and €.
    case 0xC2 where bytes.count == 2 && (bytes[1] == 0xA3 || bytes[1] == 0xA5): return TagGuesser.pack(0, .sym)
    case 0xE2 where bytes.count == 3 && bytes[1] == 0x82 && bytes[2] == 0xAC: return TagGuesser.pack(0, .sym)
    default: return TagGuesser.pack(0, .punct)
    }
  }

  /// An unknown lower-case word: what its ending suggests.
  private static func suffix(_ flags: TokenFlags, _ bytes: UnsafeBufferPointer<UInt8>) -> Candidates {
    let count = bytes.count
    @inline(__always) func ends(_ text: StaticString) -> Bool {
      let length = text.utf8CodeUnitCount
      guard count > length else { return false }
      for index in 0..<length where bytes[count - length + index] != text.utf8Start[index] { return false }
      return true
    }
    if flags.contains(.hasDigit) {
      if ends("th") || ends("st") || ends("nd") || ends("rd") { return TagGuesser.pack(Tag.nn.bit, .jj) }
      if flags.contains(.hasHyphen) { return TagGuesser.pack(Tag.nn.bit, .jj) }
      if ends("s") { return TagGuesser.pack(Tag.cd.bit, .nns) }
      return flags.contains(.hasLetter) ? TagGuesser.pack(Tag.nn.bit | Tag.jj.bit, .cd) : TagGuesser.pack(0, .cd)
    }
    if ends("ly") { return TagGuesser.pack(Tag.jj.bit, .rb) }
    if ends("ing") { return TagGuesser.pack(Tag.nn.bit | Tag.jj.bit, .vbg) }
    if ends("ed") {
      return flags.contains(.hasHyphen) ? TagGuesser.pack(Tag.vbd.bit | Tag.vbn.bit, .jj) : TagGuesser.pack(Tag.vbn.bit | Tag.jj.bit, .vbd)
    }
    if ends("able") || ends("ible") || ends("ous") || ends("ful") || ends("ive") || ends("ish") || ends("less") || ends("ic") {
      return TagGuesser.pack(Tag.nn.bit, .jj)
    }
    if ends("s"), !ends("ss"), !ends("us"), !ends("is") {
      return flags.contains(.hasHyphen) ? TagGuesser.pack(0, .nns) : TagGuesser.pack(Tag.vbz.bit, .nns)
    }
    if flags.contains(.hasHyphen) { return TagGuesser.pack(Tag.nn.bit, .jj) }
    return TagGuesser.pack(Tag.jj.bit | Tag.vb.bit, .nn)
  }
}
