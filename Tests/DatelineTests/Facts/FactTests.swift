import Testing

@testable import Dateline

@Suite("Facts") struct FactTests {
  /// "predicate(argument, argument)" with a minus for the negative ones.
  private func facts(_ text: String) -> [String] {
    let analysis = Samples.analyze(text)
    return analysis.facts.map { fact in
      let arguments = fact.arguments.map { argument in
        if argument.entity >= 0 { return analysis.entities[Int(argument.entity)].name }
        return argument.span.map { analysis.article.text($0) } ?? ""
      }
      return (fact.isNegative ? "-" : "") + fact.predicate + "(" + arguments.joined(separator: ", ") + ")"
    }
  }

  @Test(
    "found",
    arguments: [
      ("Ukrainian Defense Minister Oleh Marchuk spoke first.", "holds_role(Oleh Marchuk, Defense Minister, Ukraine)"),
      ("Presidents Juan Salas and Pedro Ortega signed the treaty.", "holds_role(Pedro Ortega, Presidents)"),
      ("Marta Klein, the president of the union, resigned.", "holds_role(Marta Klein, president)"),
      ("Helen Moore, 54, runs the clinic.", "has_age(Helen Moore, 54)"),
      ("The delegates met in Malmö, Sweden, on Friday.", "located_in(Malmö, Sweden)"),
      ("Juan Salas did not attend the session.", "-attended(Juan Salas, session)"),
      ("Kazakhstan has joined the alliance.", "joined(Kazakhstan, alliance)"),
    ]) func found(_ text: String, _ expected: String)
  {
    let found = facts(text)
    #expect(found.contains(expected), "\(found)")
  }

  @Test("a role in a list is the next person’s") func list() {
    let found = facts("They heard Anna Prado, Spanish Energy Minister Luis Vega and two engineers.")
    #expect(!found.contains { $0.hasPrefix("holds_role(Anna Prado") }, "\(found)")
  }

  @Test("the future is planned, not asserted") func modality() {
    let analysis = Samples.analyze("Juan Salas will visit Lima in May.")
    #expect(analysis.facts.first { $0.predicate == "visited" }?.modality == .planned)
  }

  @Test("nothing to say", arguments: ["It rained.", "The minister was late."]) func nothing(_ text: String) { #expect(facts(text).isEmpty) }
}
