/// Numbers that stand behind a person between marks say an age: "Olga Petrova, 54, said", "Karl Brix (39)", "the driver, 52, died".
enum AppositiveAges {
  /// Nobody is older.
  private static let oldest = 122.0

  /// Makes ages of such numbers; `mentions` are in text order.
  ///
  /// - Complexity: O(values + mentions).
  static func settle(_ values: inout [Value], behind mentions: [TypedMention], _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>)
  {
    var at = 0
    // "Goals from Harlow (12) and Prado (45)": minutes of a match. By index: a value copied would count references.
    let hasScores = values.indices.contains { values[$0].kind == .score }
    for index in values.indices where values[index].kind == .cardinal && values[index].tokens.count == 1 {
      let token = values[index].tokens.first
      guard stands(token, inBrackets: !hasScores, tokens, bytes), let age = values[index].number, age > 0, age <= oldest,
        age == age.rounded()
      else { continue }
      let noun = token - 2
      while at < mentions.count, mentions[at].span.tokens.last < noun { at += 1 }
      let isNamed = at < mentions.count && mentions[at].span.tokens.first <= noun
      guard isNamed ? mentions[at].type == .person && mentions[at].span.tokens.last == noun : isPerson(noun, tokens) else { continue }
      values[index].kind = .age
      values[index].unit = "year"
      values[index].rule = "age.apposed"
    }
  }

  /// Whether digits stand alone between commas, or in brackets of their own, in one sentence with what is before them.
  private static func stands(
    _ token: Int, inBrackets mayBeBracketed: Bool, _ tokens: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard token > 1, token + 1 < tokens.count, tokens.is(token, .number), tokens.length(token) <= 3, tokens.is(token + 1, .punctuation),
      tokens.sentence[token - 2] == tokens.sentence[token]
    else { return false }
    let before = bytes[Int(tokens.start[token - 1])]
    let behind = bytes[Int(tokens.start[token + 1])]
    if before == UInt8(ascii: "(") { return mayBeBracketed && behind == UInt8(ascii: ")") }
    return before == UInt8(ascii: ",")
      && (behind == UInt8(ascii: ",") || behind == UInt8(ascii: ".") || behind == UInt8(ascii: ";") || behind == UInt8(ascii: ")"))
  }

  /// A noun for somebody, in small letters: "driver", "woman", "son".
  private static func isPerson(_ token: Int, _ tokens: TokenColumns) -> Bool {
    tokens.is(token, .lowercase) && tokens.tag[token] == .nn && tokens.has(token, anyOf: people)
  }

  private static let people = WordClassSet(.role, .kin, .maleNoun, .femaleNoun)
}
