import Testing

@testable import Dateline

@Suite("Facts of names side by side, and seats") struct NameTieTests {
  @Test(arguments: [
    ("She beat Emre Aydin of Turkey in May.", "nationality"), ("She beat Turkey’s Emre Aydin in May.", "nationality"),
    ("The Leeds-based firm Norvane Foods helped.", "located_in"), ("Shares in London-based Akbank rose.", "located_in"),
    ("Norvane Foods, based in Leeds, said so.", "located_in"), ("Norvane Foods is now headquartered in Leeds.", "located_in"),
    ("Norvane Foods is a small food company based in Leeds.", "located_in"),

  ]) func states(_ text: String, _ predicate: String) {
    #expect(Samples.analyze(text).facts.contains { $0.predicate.text == predicate }, "\(FactSamples.facts(text))")
  }

  @Test(arguments: [
    "She told Emre Aydin about Turkey.", "The Leeds-based firm helped Norvane Foods.", "A London-based analyst met Norvane Foods.",
    "Norvane Foods is led by a chef based in Leeds.", "Norvane Foods says the film is based in Leeds.",
  ]) func statesNot(_ text: String) {
    let found = FactSamples.facts(text)
    #expect(!found.contains { $0.hasPrefix("nationality(") || $0.hasPrefix("located_in(Norvane Foods") }, "\(found)")
  }
}
