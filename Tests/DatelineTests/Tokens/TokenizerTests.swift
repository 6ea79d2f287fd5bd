import Testing

@testable import Dateline

@Suite struct TokenizerTests {
  @Test(arguments: [
    // Abbreviations and initials keep their stop.
    ("Mr. Lind met Gen. Osei.", "Mr.|Lind|met|Gen.|Osei|."),
    ("The U.S. and U.K. agreed.", "The|U.S.|and|U.K.|agreed|."),
    ("J. K. Marsh came.", "J.|K.|Marsh|came|."),
    ("It opens at 9 a.m. today.", "It|opens|at|9|a.m.|today|."),
    // A word that only looks like one does not.
    ("He said no. They left.", "He|said|no|.|They|left|."),
    ("It was hard.", "It|was|hard|."),
    // Hyphens join words.
    ("Jean-Claude flew a Tu-22M.", "Jean-Claude|flew|a|Tu-22M|."),
    ("a 76-year-old man", "a|76-year-old|man"),
    ("2001-2005 and 10–12", "2001|-|2005|and|10|–|12"),
    // A player's number is a token of its own; a number that belongs to the word is not.
    ("3-Jana Novak, 10-Milan Kostic", "3|-|Jana|Novak|,|10|-|Milan|Kostic"),
    ("a 20-Mile March", "a|20-Mile|March"),
    ("well - known", "well|-|known"),
    // Name compounds come apart.
    ("Geneva-based firms", "Geneva|-|based|firms"),
    ("pro-Russian rebels", "pro|-|Russian|rebels"),
    ("Turkish-Iranian talks", "Turkish|-|Iranian|talks"),
    ("a Japan-EU pact", "a|Japan|-|EU|pact"),
    ("the U.S.-Israeli plan", "the|U.S.|-|Israeli|plan"),
    ("sub-Saharan Africa", "sub-Saharan|Africa"),
    ("in Guinea-Bissau", "in|Guinea-Bissau"),
    ("a long-term plan", "a|long-term|plan"),
    // Clitics.
    ("Kyiv’s mayor didn’t say they're late.", "Kyiv|’s|mayor|did|n’t|say|they|'re|late|."),
    ("O’Neil and D'Arcy", "O’Neil|and|D'Arcy"),
    ("the U.S.’s role", "the|U.S.|’s|role"),
    ("the workers' union", "the|workers|'|union"),
    // Numbers and units.
    ("$1,000 and 3.5%", "$|1,000|and|3.5|%"),
    ("at 10:30 on 3/4", "at|10:30|on|3/4"),
    ("the 30th of the 1990s", "the|30th|of|the|1990s"),
    // Firms, addresses, hashtags.
    ("AT&T paid.", "AT&T|paid|."),
    ("Salt & Pepper", "Salt|&|Pepper"),
    ("See https://example.com/a?b=c.", "See|https://example.com/a?b=c|."),
    ("Write to lena@example.com now", "Write|to|lena@example.com|now"),
    ("#harbor and @lena", "#harbor|and|@lena"),
    // Names that end with a plus; sums and grades do not.
    ("OPEC+ met, Canal+ did.", "OPEC+|met|,|Canal+|did|."),
    ("in C++ and A+B", "in|C++|and|A|+|B"),
    ("25+ years of a+", "25|+|years|of|a|+"),
    // The platform at a sentence's end is no initial.
    ("He wrote on X. Siemens paid.", "He|wrote|on|X|.|Siemens|paid|."),
    ("A man named X. Siemens paid.", "A|man|named|X.|Siemens|paid|."),
    // Runs of marks.
    ("Wait... what --", "Wait|...|what|--"),
    ("``So,'' he said", "``|So|,|''|he|said"),
    // A lost space.
    ("the deal.The price", "the|deal|.|The|price"),
    ("visit example.Com now", "visit|example.Com|now"),
  ]) func tokens(_ text: String, _ expected: String) { #expect(Samples.tokens(text).joined(separator: "|") == expected) }

  /// Texts of many kinds, for what must hold of all.
  static let mixed = [
    "“It’s over,” Łukasz Żółć said — at 10:30 a.m. in Zürich… 中国 and ไทย, e\u{301}te\u{301}, שלום, 👩‍👩‍👧‍👦!",
    "ISTANBUL (Harbor) – U.S. Vice President J.D. Lind didn’t visit Geneva-based firms.\r\n\r\nBy A. Marsh\n\n• One\n• Two",
    "\u{0}\u{1} a\u{2028}b\u{3000}c\u{FEFF}d \u{200B}e\u{AD}f", "....----....'''", "x", "",
  ]

  @Test func offsetsSliceTheText() {
    for text in Self.mixed {
      let analysis = Samples.analyze(text)
      let tokens = analysis.tokens
      var last = 0
      for token in 0..<tokens.count {
        #expect(Int(tokens.start[token]) >= last)
        #expect(tokens.end[token] > tokens.start[token])
        last = Int(tokens.end[token])
        // Cut on character boundaries: the slice is valid UTF-8 by itself.
        let slice = Array(analysis.article.bytes[Int(tokens.start[token])..<Int(tokens.end[token])])
        #expect(String(validating: slice, as: UTF8.self) != nil)
      }
      #expect(last <= analysis.article.bytes.count)
    }
  }

  /// Nothing but white space and control characters lies between tokens.
  @Test func nothingIsLost() {
    for text in Self.mixed {
      let analysis = Samples.analyze(text)
      var last = 0
      func gap(_ end: Int) {
        for scalar in String(decoding: analysis.article.bytes[last..<end], as: UTF8.self).unicodeScalars {
          let properties = scalar.properties
          #expect(
            properties.isWhitespace || properties.generalCategory == .control || properties.generalCategory == .format,
            "\(scalar.value) lies between tokens")
        }
      }
      for token in 0..<analysis.tokens.count {
        gap(Int(analysis.tokens.start[token]))
        last = Int(analysis.tokens.end[token])
      }
      gap(analysis.article.bytes.count)
    }
  }

  @Test func equalFoldedWordsAreEqualLexemes() {
    let analysis = Samples.analyze("Harbor HARBOR harbor Qwrtz qwrtz QWRTZ Żółć żółć don't DON’T")
    let lexemes = analysis.tokens.lexeme
    #expect(lexemes[0] == lexemes[1] && lexemes[1] == lexemes[2])
    #expect(lexemes[3] == lexemes[4] && lexemes[4] == lexemes[5])
    #expect(lexemes[6] == lexemes[7])
    #expect(lexemes[8] == lexemes[10] && lexemes[9] == lexemes[11])
    #expect(analysis.tokens.lexemeText(5, Samples.gazetteer.lexicon) == "qwrtz")
  }

  /// The cache of words and the byte-wise way give the same lexemes as the lexicon itself.
  @Test func lexemesAreTheLexicons() {
    let words = ["the", "minister", "internationally", "responsibilities", "counterrevolutionary", "a", "Zürich", "ukraine"]
    for _ in 0..<2 {
      let analysis = Samples.analyze(words.joined(separator: " "))
      for (index, word) in words.enumerated() {
        if let lexeme = Samples.gazetteer.lexicon.lexeme(word) { #expect(analysis.tokens.lexeme[index] == lexeme, "\(word)") }
        #expect(analysis.tokens.lexemeText(index, Samples.gazetteer.lexicon) == String(decoding: Folding.fold(word), as: UTF8.self))
      }
    }
  }

  @Test func aParagraphLaterChangesNothingBefore() {
    let first = "Mr. Lind met Gen. Osei in St. Anne. “Is it over?” he asked.\nNobody knew"
    let before = Samples.analyze(first)
    let after = Samples.analyze(first + "\n\nA second paragraph. It has two sentences.")
    #expect(after.tokens.count > before.tokens.count)
    for token in 0..<before.tokens.count {
      #expect(before.tokens.span(token) == after.tokens.span(token))
      #expect(before.tokens.flags[token] == after.tokens.flags[token])
      #expect(before.tokens.sentence[token] == after.tokens.sentence[token])
    }
  }

  @Test func flagsSayWhatStandsThere() {
    let tokens = Samples.analyze("Mr. Lind’s\n\nMcDonald NATO 42 (J. Marsh)").tokens
    #expect(tokens.is(0, .abbreviation) && tokens.is(0, .paragraphStart))
    #expect(tokens.is(1, .capitalized) && !tokens.is(1, .allCapitals) && tokens.is(1, .spaceBefore))
    #expect(tokens.is(2, .possessive) && !tokens.is(2, .spaceBefore))
    #expect(tokens.is(3, .paragraphStart) && tokens.is(3, .innerCapital))
    #expect(tokens.is(4, .allCapitals))
    #expect(tokens.is(5, .number))
    #expect(tokens.is(6, .punctuation) && !tokens.is(7, .spaceBefore) && tokens.is(7, .initial))
  }
}
