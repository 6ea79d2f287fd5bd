import Testing

@testable import Dateline

@Suite("Facts") struct FactTests {
  @Test(
    "found",
    arguments: [
      ("Ukrainian Defense Minister Oleh Marchuk spoke first.", "holds_role(Oleh Marchuk, Defense Minister, Ukraine)"),
      ("Presidents Juan Salas and Pedro Ortega signed the treaty.", "holds_role(Pedro Ortega, Presidents)"),
      ("Marta Klein, the president of the union, resigned.", "holds_role(Marta Klein, president)"),
      ("Hidrovale’s chief executive, Cristina Amaral, will testify.", "holds_role(Cristina Amaral, chief executive, Hidrovale)"),
      ("Reporters asked the minister, Maria Lopez.", "holds_role(Maria Lopez, minister)"),
      ("A spokesman for the president, Hector Lima, left.", "holds_role(Hector Lima, spokesman)"),
      ("He left with the spokesman for the president, Hector Lima.", "holds_role(Hector Lima, president)"),
      ("Helen Moore, 54, runs the clinic.", "has_age(Helen Moore, 54)"),
      ("The delegates met in Malmö, Sweden, on Friday.", "located_in(Malmö, Sweden)"),
      ("Juan Salas did not attend the session.", "-attended(Juan Salas, session)"),
      ("Kazakhstan has joined the alliance.", "joined(Kazakhstan, alliance)"),
      ("Peru gave up two regions: Cusco and Piura.", "located_in(Cusco, Peru)"),
      ("Turkish engineer Emre Aydin won the prize.", "nationality(Emre Aydin, Turkey)"),
      ("Helga Strand, a member of the Labour Party, resigned.", "member_of(Helga Strand, Labour Party)"),
      ("Senator Ann Lee (R–Texas) agreed.", "party(Ann Lee, R)"),
      ("Norway and Peru held talks in Geneva.", "held_at(talks, Geneva)"),
    ]) func found(_ text: String, _ expected: String)
  {
    let found = FactSamples.facts(text)
    #expect(found.contains(expected), "\(found)")
  }

  @Test(
    "who did what to whom",
    arguments: [
      // The object behind the verb's own preposition, whatever stands between.
      ("Helga Strand met in Geneva with Juan Salas.", "met(Helga Strand, Juan Salas) @Geneva"),
      ("Juan Salas and Helga Strand met on Monday.", "met(Juan Salas, Helga Strand) Monday"),
      ("Norway held talks with Peru in Geneva on Monday.", "met(Norway, Peru) Monday @Geneva"),
      ("Helga Strand withdrew from the race.", "withdrew(Helga Strand, race)"),
      // Passives, with and without agent.
      ("Three men were arrested in Lyon on Friday.", "arrested(Three men) Friday @Lyon"),
      ("The treaty was signed in Lima.", "signed(treaty) @Lima"),
      ("The coach was sacked by the board.", "dismissed(board, coach)"),
      ("A man arrested by police in Lyon escaped.", "arrested(police, man) @Lyon"),
      // The subject, over what stands between it and its verb.
      ("On Friday, police in Lyon arrested Juan Salas.", "arrested(police, Juan Salas) Friday"),
      ("The army on Thursday attacked Lima.", "attacked(army, Lima) Thursday"),
      ("Juan Salas, a lawyer from Lima, visited Norway.", "visited(Juan Salas, Norway)"),
      ("Rebels that attacked the town fled.", "attacked(Rebels, town)"),
      ("Juan Salas met Helga Strand and signed the treaty.", "signed(Juan Salas, treaty)"),
      ("A Norwegian air raid destroyed the bridge.", "attacked(Norway, bridge)"),
      ("The army launched an attack on Lima.", "attacked(army, Lima)"),
      // Words with two meanings.
      ("The board fired Juan Salas on Monday.", "dismissed(board, Juan Salas) Monday"),
      ("Norway fired two rockets.", "launched(Norway, two rockets)"),
      ("Peru released three prisoners and a report.", "freed(Peru, three prisoners)"),
      ("Helga Strand was appointed chairwoman of the bank.", "appointed(Helga Strand, chairwoman)"),
      // Negation.
      ("No country signed the treaty.", "-signed(country, treaty)"),
      ("Helga Strand failed to attend the session.", "-attended(Helga Strand, session)"),
    ]) func events(_ text: String, _ expected: String)
  {
    let found = FactSamples.facts(text)
    #expect(found.contains(expected), "\(found)")
  }

  @Test(
    "planned, alleged, denied, conditional, requested, possible",
    arguments: [
      ("Juan Salas will visit Lima in May.", "planned visited(Juan Salas, Lima) May"),
      ("Helga Strand plans to visit Lima.", "planned visited(Helga Strand, Lima)"),
      ("Helga Strand is expected to visit Lima.", "planned visited(Helga Strand, Lima)"),
      ("Juan Salas allegedly attacked the guard.", "alleged attacked(Juan Salas, guard)"),
      ("Juan Salas was accused of killing Helga Strand.", "alleged killed(Juan Salas, Helga Strand)"),
      ("Prosecutors accused Juan Salas of killing Helga Strand.", "alleged killed(Juan Salas, Helga Strand)"),
      ("Peru denied attacking Chile.", "denied attacked(Peru, Chile)"),
      ("Peru denied that it had attacked Chile.", "denied attacked(Peru, Chile)"),
      ("If Norway joins the alliance, Peru will leave.", "conditional joined(Norway, alliance)"),
      ("Norway urged Peru to free Juan Salas.", "requested freed(Peru, Juan Salas)"),
      ("Peru may join the alliance.", "possible joined(Peru, alliance)"),
    ]) func modality(_ text: String, _ expected: String)
  {
    let found = FactSamples.facts(text)
    #expect(found.contains(expected), "\(found)")
  }

  @Test(
    "not said, or not so",
    arguments: [
      ("Helga Strand met in Geneva with Juan Salas.", "met(Helga Strand, Geneva"), ("Norway fired two rockets.", "dismissed("),
      ("On Friday, police in Lyon arrested Juan Salas.", "arrested(Lyon"),
      ("Juan Salas met Helga Strand on Monday and signed the treaty on Tuesday.", "signed(Juan Salas, treaty) Monday"),
      ("Juan Salas criticized the plan.", "said("), ("Peru plans to leave the union.", "said("), ("They left the room.", "left("),
      ("The union agreed that the effects on food matter.", "agreed(union, food"),
      ("They invited a minister, Maria Lopez, and two engineers.", "holds_role(Maria Lopez"),
      ("They heard Anna Prado, Spanish Energy Minister Luis Vega and two engineers.", "holds_role(Anna Prado"),
      ("Peru gave up two regions: Cusco and Oslo.", "located_in(Oslo"),
    ]) func wrong(_ text: String, _ prefix: String)
  {
    let found = FactSamples.facts(text)
    #expect(!found.contains { $0.contains(prefix) }, "\(found)")
  }

  @Test("the time of its own clause") func ownTime() {
    let found = FactSamples.facts("Juan Salas met Helga Strand on Monday and signed the treaty on Tuesday.")
    #expect(found.contains("met(Juan Salas, Helga Strand) Monday"), "\(found)")
    #expect(found.contains("signed(Juan Salas, treaty) Tuesday"), "\(found)")
  }

  @Test("nothing to say", arguments: ["It rained.", "The minister was late.", "They did.", ""]) func nothing(_ text: String) {
    #expect(FactSamples.facts(text).isEmpty)
  }

  @Test("what something fell by does nothing") func share() {
    let found = FactSamples.facts("Shares of BP slid 2.8% and Shell lost 1.9% in London.").filter { $0.hasPrefix("lost(") }
    #expect(found == ["lost(Shell, 1.9%) @London"] || found == ["lost(Shell, 1.9%)"], "\(found)")
  }

  @Test("whatever the text, no fact without its words") func hostile() {
    for text in [
      "met met met met", "was was arrested by by", ", , , attacked", "to to visit visit", "denied of killing by", "if if if joined",
    ] {
      let analysis = Samples.analyze(String(repeating: text + " ", count: 50))
      #expect(analysis.facts.allSatisfy { !$0.arguments.isEmpty && $0.span.end <= Int32(analysis.article.bytes.count) })
    }
  }
}
