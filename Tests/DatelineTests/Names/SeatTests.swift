import Testing

@testable import Dateline

/// Seats of government keep their type and carry what they stand for.
@Suite("Seats of power") struct SeatTests {
  /// "name: office" of the entities that have one.
  private func offices(_ text: String) -> [String] {
    let analysis = Samples.analyze(text)
    return analysis.entities.filter { !$0.office.isEmpty }.map { "\(analysis.name(of: $0)): \($0.office)" }.sorted()
  }

  @Test("buildings always") func buildings() {
    #expect(offices("The Kremlin was silent on Monday.") == ["Kremlin: presidency of Russia"])
    #expect(offices("The White House denied it.") == ["White House: presidency of the United States"])
    #expect(
      offices("He left 10 Downing Street at noon.") == ["Downing Street: office of the prime minister of the United Kingdom"])
  }

  @Test("capitals where they speak or act") func capitals() {
    #expect(offices("Moscow said that it would not attend the talks.") == ["Moscow: government of Russia"])
    #expect(offices("Washington accused Tehran of lies.") == ["Washington: government of the United States"])
    #expect(offices("Tokyo condemned the launch.") == ["Tokyo: government of Japan"])
    #expect(offices("Washington has imposed sanctions on two banks.") == ["Washington: government of the United States"])
    #expect(offices("Beijing warned the islands on Friday.") == ["Beijing: government of China"])
  }

  @Test(
    "capitals as places, teams that are named after them, towns without a government, people",
    arguments: [
      "Rain fell in Moscow on Monday.", "Moscow beat Leeds 3-1 on Sunday.", "Osaka said that it would not attend the talks.",
      "Denzel Washington said that he would not attend the talks.",
      "Paris was warned by the union.", "Ottawa loves snow.",
    ])
  func none(_ text: String) { #expect(offices(text).isEmpty) }

  @Test("the graph writes the office among the attributes") func graph() {
    var output = JSONOutput(capacity: 4096)
    let analysis = Samples.analyze("The Kremlin was silent on Monday.")
    GraphWriter(gazetteer: Samples.gazetteer, options: GraphOptions()).write(analysis, into: &output)
    #expect(String(decoding: output.bytes, as: UTF8.self).contains(#""attributes":{"office":"presidency of Russia"}"#))
  }
}
