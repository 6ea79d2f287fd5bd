/// The two letters that stand for a state or province in addresses: "Dallas, TX" (`Gazetteers/places/postal-codes.tsv`).
///
/// They are no names in the name tables: "OR", "IN" and "ME" are words, and mean a state behind a town and a comma only.
struct PostalCodes {
  /// By the two letters; -1 for none.
  private var entries = [EntryID](repeating: -1, count: 26 * 26)
  static let path = "places/postal-codes.tsv"

  /// Reads the table; a gazetteer without it has none.
  init(_ gazetteer: GazetteerFile, _ lookup: NameLookup) {
    guard var reader = gazetteer.rows(of: PostalCodes.path, columns: ["code", "region", "country"]) else { return }
    let names = gazetteer.names
    while reader.next() {
      let code = Array(reader.string(0).utf8)
      let country = reader.string(2)
      let region = lookup.places(named: reader.string(1)).first {
        names.subtypeName($0) == "subdivision" && names.attribute($0, "country") == country
      }
      if let region, code.count == 2, let place = code.withUnsafeBufferPointer({ PostalCodes.place($0) }) { entries[place] = region }
    }
  }

  private static func place(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let (first, second) = (Int(bytes[0]) - 65, Int(bytes[1]) - 65)
    return 0..<26 ~= first && 0..<26 ~= second ? first * 26 + second : nil
  }

  /// The state or province that the token at `token` stands for behind a place and a comma; nil for any other.
  func region(at token: Int, behind place: TokenRange, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>) -> EntryID? {
    guard tokens.length(token) == 2, let code = PostalCodes.place(bytes[tokens.span(token)]), entries[code] >= 0 else { return nil }
    // In a line of capitals "OR" and "IN" are words, unless the line of an address ends here.
    let isUpper = !bytes[tokens.span(place)].contains { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
    return isUpper && !ends(token, tokens) ? nil : entries[code]
  }

  private func ends(_ token: Int, _ tokens: TokenColumns) -> Bool {
    token + 1 >= tokens.count || tokens.is(token + 1, .punctuation) || tokens.is(token + 1, .sentenceStart)
      || tokens.is(token + 1, .hasDigit)
  }
}
