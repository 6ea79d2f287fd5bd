import Testing

@testable import Dateline

@Suite("Signed quotations") struct SignatureTests {
  private static let before = "The mayor spoke on Monday about the bridge.\n\n"

  private func speakers(_ text: String) -> [String] {
    QuoteSamples.quotes(SignatureTests.before + text).filter { $0.kind == .direct }.map { $0.speaker ?? "-" }
  }

  @Test(
    "behind the quotation or on the line below",
    arguments: [
      "“We cannot eat a bridge.” — Rosalind Achebe, fishmonger\n",
      "“We cannot eat a bridge.”\n— Rosalind Achebe, fishmonger\n\nIt rained.\n",
      "“We cannot eat a bridge.”\n\nRosalind Achebe, fishmonger\n\nThe bridge is long.\n",
      "“We cannot eat a bridge.” – Rosalind Achebe. It rained.\n",
      "“We cannot eat a bridge.” (Rosalind Achebe, Lima)\n", "“We cannot eat a bridge.”\n— Dr Rosalind Achebe\n",
    ]) func signed(_ text: String)
  { #expect(speakers(text).first?.hasSuffix("Rosalind Achebe") == true) }

  @Test(
    "no signature",
    arguments: [
      "“We cannot eat a bridge.”\n\nRosalind Achebe sells fish.\n", "“We cannot eat a bridge.”\n\nRosalind Achebe, the fishmonger, left.\n",
      "“We cannot eat a bridge.” — the fish was dear\n", "“We cannot eat a bridge.”\n\nRosalind Achebe and the fish\n",
      "“We cannot eat a bridge.” (Rosalind Achebe sells fish)\n",
    ]) func unsigned(_ text: String)
  { #expect(speakers(text) == ["-"]) }
}
