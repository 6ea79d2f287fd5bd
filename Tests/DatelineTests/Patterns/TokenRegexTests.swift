import Testing

@testable import Dateline

@Suite("Regular expressions over a token") struct TokenRegexTests {
  private func matches(_ regex: String, _ text: String) throws(TokenRegexError) -> Bool {
    let compiled = try TokenRegex(regex)
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { compiled.matches($0) }
  }

  @Test(
    "found",
    arguments: [
      ("^X-[0-9]+$", "X-31"), ("ov(a|ska)?$", "Petrova"), ("^(un|non)-", "non-aligned"), ("colou?r", "discolored"),
      ("^[A-Z]{2,4}$", "NATO"),
      ("\\d{4}", "in2031x"), ("(?i)^bank", "BANKERS"), ("^.a", "Ça"), ("a*", "zzz"), ("^[^a-z]+$", "É31"), ("b|^c$", "c"),
      ("(ab){2}", "xababx"),
      ("a.?c|d", "ac"), ("^ÄÖ", "ÄÖÜ"), ("[]x]+$", "]x"),
    ]) func found(_ regex: String, _ text: String) throws
  {
    #expect(try matches(regex, text))
  }

  @Test(
    "not found",
    arguments: [
      ("^X-[0-9]+$", "AX-31"), ("ov(a|ska)$", "Petrov"), ("^[A-Z]{2,4}$", "UNESCO"), ("\\d{4}", "203a1"), ("^bank", "Bank"), ("^.a", "a"),
      ("b|^c$", "cc"), ("(ab){2}", "abxab"), ("\\.", "ab"), ("^[^a-z]+$", "aB"),
    ]) func notFound(_ regex: String, _ text: String) throws
  {
    #expect(try !matches(regex, text))
  }

  @Test(
    "refused",
    arguments: [
      "(a", "a)", "[a", "*a", "a**", "a+?", "(?=a)", "(?P<n>a)", "\\1", "\\b", "a{9,2}", "a{99}", "x^y", "a$b", "[z-a]", "a\\", "(^a)",
    ])
  func refused(_ regex: String) { #expect(throws: TokenRegexError.self) { try TokenRegex(regex) } }

  @Test("many ways, few steps") func linear() throws {
    let text = String(repeating: "a", count: 200) + "b"
    #expect(try !matches("^(a|a|aa|a?){8}$", text))
    #expect(try matches("(a*)*b$", text))
  }
}
