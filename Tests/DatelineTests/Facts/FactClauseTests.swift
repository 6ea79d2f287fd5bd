import Testing

@testable import Dateline

@Suite("Facts by clause") struct FactClauseTests {
  @Test(
    "the subject, over what stands between it and its verb",
    arguments: [
      ("Emre Aydin, 47, of Mill Road, Lima, was arrested.", "arrested(Emre Aydin)"),
      ("Akbank, based in Lima, Peru, was founded in 1974 by Ana Ruiz.", "founded(Ana Ruiz, Akbank) 1974"),
      ("The clerk who stole the money from the bank was arrested.", "arrested(clerk)"),
      ("A plan to build a bridge was rejected by Peru.", "rejected(Peru, plan)"),
      ("Ana Ruiz, who leads the party, and Juan Salas visited Norway.", "visited(Ana Ruiz, Norway)"),
      ("The company’s founder, Ana Ruiz, visited Norway.", "visited(Ana Ruiz, Norway)"),
      ("Lima, about 80 km south of the border, was captured by the army.", "captured(army, Lima)"),
      ("The mayor of Lima and Ana Ruiz visited Norway.", "visited(Ana Ruiz, Norway)"),
      ("Shells hit a market, killing at least 23 people and wounding more than 60.", "killed(Shells, 23 people)"),
      ("Shells hit a market, killing at least 23 people and wounding more than 60.", "injured(Shells, 60)"),
      ("The army freed the engineers that Peru had kidnapped in May.", "abducted(Peru, engineers) May"),
      ("Fighters of the Labour Party captured the hill town of Malmö.", "captured(Labour Party, Malmö)"),
      ("Ana Ruiz ran a fund of the Labour Party, which gave birth to Volvo.", "gave_birth(Labour Party, Volvo)"),
      ("They solved the murder of a boy who was stabbed.", "stabbed(boy)"),
      ("Ana Ruiz sold the car, left Norway and visited Peru.", "left(Ana Ruiz, Norway)"),
      ("Akbank bought Volvo in May but still owns a bank.", "owns(Akbank, bank)"),
      ("A third man, aged 19, was arrested.", "arrested(third man)"),
      ("Volvo, which has plants in Malmö, Lima and Oslo, bought Akbank.", "bought(Volvo, Akbank)"),
      ("Ana Ruiz was arrested by her father, former officer Juan Salas.", "arrested(Juan Salas, Ana Ruiz)"),
      ("Ana Ruiz and Juan Salas are married.", "married(Ana Ruiz, Juan Salas)"),
      ("Norway signed a 25-year agreement.", "signed(Norway, 25-year agreement)"),
      ("Their leader, Ana Ruiz, was briefly detained by police.", "arrested(police, Ana Ruiz)"),
      ("Akbank lent Kenya $250 million.", "lent(Akbank, Kenya, $250 million)"),
      ("Juan Salas, 67, a Democrat who led the party, spoke.", "led(Juan Salas, party)"),
      ("Akbank said it had hired Ana Ruiz and acquired Volvo.", "reported bought(Akbank, Volvo)"),
      ("Ana Ruiz was arrested and charged with fraud.", "charged(Ana Ruiz, fraud)"),
      ("Ana Ruiz teaches law at the University of Oslo.", "taught_at(Ana Ruiz, University of Oslo)"),
      ("Juan Salas, 67, who led the party, spoke.", "led(Juan Salas, party)"),
      ("Juan Salas, who took over from Ana Ruiz in May, spoke.", "replaced(Juan Salas, Ana Ruiz) May"),
      ("Juan Salas took over as mayor in May.", "took_office(Juan Salas, mayor) May"),
      (
        "Born in Oslo in 1934, the third of six children of a fisherman from Peru, Ana Ruiz wrote songs.", "born(Ana Ruiz, Oslo, 1934) 1934"
      ),
      ("The treasurer who stole the money to fund a party was arrested.", "arrested(treasurer)"),
      ("A collapse in neighboring Norway killed six people.", "killed(collapse, six people)"),
      ("A missile struck Malmö.", "attacked(missile, Malmö)"),
      ("The ministers met in Oslo.", "met(ministers) @Oslo"),
      ("Peru named Ana Ruiz, a former judge, as ambassador.", "appointed(Peru, Ana Ruiz, ambassador)"),
    ]) func subjects(_ text: String, _ expected: String)
  {
    let found = FactSamples.facts(text)
    #expect(found.contains(expected), "\(found)")
  }

  @Test(
    "who does nothing",
    arguments: [
      ("The clerk who stole the money from the bank was arrested.", "arrested(money"),
      ("Troops from Peru and Chile attacked Lima.", "attacked(Chile"),
      ("The mayor of Malmö and Ana Ruiz visited Norway.", "visited(Malmö"),
      ("A book about exile and memory won the prize.", "won(exile"),
      ("Numbers talk.", "met("), ("Storm Ines struck Malmö.", "attacked("), ("Malmö was hit by the storm.", "attacked("),
      ("The treasurer who stole the money to fund a party was arrested.", "arrested(party"),
      ("The clerk, whom Ana Ruiz did not name, wept.", "appointed("),
      ("Ana Ruiz said the goal should have been ruled out and accused Juan Salas of hiding.", "accused(goal"),
      ("Ana Ruiz resigned as the government faced a revolt.", "resigned(Ana Ruiz, government"),
      ("Ana Ruiz ended a row about a visit to Chile.", "visited(Ana Ruiz"),
      ("Norway won 11 seats and whose mayor, Ana Ruiz, left?", "won(Norway, Ana Ruiz"),
      ("The claim that Peru had kidnapped was false.", "abducted("),
      ("Ana Ruiz sold the car, left Norway and visited Peru.", "left(car"),
      ("They made the changes that Ana Ruiz requested months earlier.", "requested(Ana Ruiz, months"),
      ("Ana Ruiz lived in fear.", "lives_in("), ("The step down was steep.", "resigned("),
    ]) func notSubjects(_ text: String, _ prefix: String)
  {
    let found = FactSamples.facts(text)
    #expect(!found.contains { $0.contains(prefix) }, "\(found)")
  }

  @Test(
    "verbs of two words and further arguments",
    arguments: [
      ("Ana Ruiz stepped down on Monday.", "resigned(Ana Ruiz) Monday"),
      ("Ana Ruiz took part in the talks.", "took_part(Ana Ruiz, talks)"),
      ("Ana Ruiz took no part in the talks.", "-took_part(Ana Ruiz, talks)"),
      ("Ana Ruiz pleaded guilty.", "pleaded_guilty(Ana Ruiz)"),
      ("Ana Ruiz pleaded not guilty.", "-pleaded_guilty(Ana Ruiz)"),
      ("Ana Ruiz cut short a visit to Chile.", "visited(Ana Ruiz, Chile)"),
      ("Ana Ruiz made a state visit to Chile.", "visited(Ana Ruiz, Chile)"),
      ("Ana Ruiz is on a state visit to Chile.", "visited(Ana Ruiz, Chile)"),
      ("Ana Ruiz was sentenced to nine years in prison.", "sentenced(Ana Ruiz, nine years)"),
      ("Ana Ruiz was jailed for nine years.", "sentenced(Ana Ruiz, nine years)"),
      ("Ana Ruiz was convicted of fraud.", "convicted(Ana Ruiz, fraud)"),
      ("Ana Ruiz is married to Juan Salas.", "married(Ana Ruiz, Juan Salas)"),
      ("Profit fell 8% to 1.2 billion euros.", "fell(Profit, 8%, 1.2 billion euros)"),
      ("Ana Ruiz was born in Malmö in 1974.", "born(Ana Ruiz, Malmö, 1974) 1974"),
      ("Born in Malmö in 1974, Ana Ruiz studied law.", "born(Ana Ruiz, Malmö, 1974) 1974"),
      ("Ana Ruiz died in March.", "died(Ana Ruiz, March) March"),
    ]) func words(_ text: String, _ expected: String)
  {
    let found = FactSamples.facts(text)
    #expect(found.contains(expected), "\(found)")
  }

  @Test(
    "results",
    arguments: [
      ("Arsenal beat Chelsea 2-1 on Sunday.", "beat(Arsenal, Chelsea, 2-1) Sunday"),
      ("Arsenal drew 1-1 with Chelsea.", "drew(Arsenal, Chelsea, 1-1)"),
      ("Arsenal lost 3-1 to Chelsea.", "lost(Arsenal, Chelsea, 3-1)"),
      ("A late goal gave Arsenal a 2-1 win over Chelsea.", "beat(Arsenal, Chelsea)"),
      ("Arsenal came from behind to beat Chelsea 3-1.", "beat(Arsenal, Chelsea, 3-1)"),
    ]) func results(_ text: String, _ expected: String)
  {
    let found = FactSamples.facts(text)
    #expect(found.contains(expected), "\(found)")
  }

  @Test("“would” in a report is the future, a condition beside it is one") func would() {
    let plain = FactSamples.facts("Akbank said it would buy Volvo.")
    #expect(plain.contains("planned bought(Akbank, Volvo)"), "\(plain)")
    let conditional = FactSamples.facts("Akbank said it would buy Volvo if Peru agreed.")
    #expect(conditional.contains("conditional bought(Akbank, Volvo)"), "\(conditional)")
  }

  @Test(
    "roles, ages, employers and seats",
    arguments: [
      ("Ana Ruiz, 71, a retired teacher, spoke.", "holds_role(Ana Ruiz, retired teacher)"),
      ("The archbishop of Malmö, Juan Salas, spoke.", "holds_role(Juan Salas, archbishop, Malmö)"),
      ("The commission’s chairwoman, Justice Ana Ruiz, spoke.", "holds_role(Ana Ruiz, chairwoman)"),
      ("Its deputy chief, Ana Ruiz, spoke.", "holds_role(Ana Ruiz, deputy chief)"),
      ("Peru ignored its own fire chief, Ana Ruiz.", "holds_role(Ana Ruiz, fire chief, Peru)"),
      ("They booked the referee, Juan Salas of Peru.", "holds_role(Juan Salas, referee)"),
      ("Volvo chief executive Ana Ruiz spoke.", "holds_role(Ana Ruiz, chief executive, Volvo)"),
      ("Ana Ruiz, Labour MP, spoke.", "holds_role(Ana Ruiz, Labour MP)"),
      ("The Minister of Finance, Ana Ruiz, spoke.", "holds_role(Ana Ruiz, Minister of Finance)"),
      ("They beat Ana Ruiz of Peru.", "nationality(Ana Ruiz, Peru)"), ("They beat Peru’s Ana Ruiz.", "nationality(Ana Ruiz, Peru)"),
      ("Ana Ruiz is the chief executive of Volvo.", "holds_role(Ana Ruiz, chief executive, Volvo)"),
      ("Ana Ruiz is not the chief executive of Volvo.", "-holds_role(Ana Ruiz, chief executive, Volvo)"),
      ("Ana Ruiz won. She is 44, born in Malmö.", "has_age(Ana Ruiz, 44)"),
      ("Ana Ruiz won. She is 44, born in Malmö.", "born(Ana Ruiz, Malmö)"),
      ("Ana Ruiz died at 91.", "has_age(Ana Ruiz, 91)"),
      ("Ana Ruiz died in March, aged 67.", "has_age(Ana Ruiz, 67)"),
      ("It was found by Emre Aydin of Akbank.", "works_for(Emre Aydin, Akbank)"),
      ("London-based Akbank bought Volvo.", "located_in(Akbank, London)"),
      ("He teaches at the University of Oslo in Norway.", "located_in(University of Oslo, Norway)"),
      ("She lives in Malmö, Sweden.", "located_in(Malmö, Sweden)"),
    ]) func descriptions(_ text: String, _ expected: String)
  {
    let found = FactSamples.facts(text)
    #expect(found.contains(expected), "\(found)")
  }

  @Test(
    "no roles and ages",
    arguments: [
      ("Ana Ruiz, a Republican, spoke.", "holds_role("), ("Ana Ruiz lost in Lima\n\nSinger Juan Salas won.", "Lima)"),
      ("They beat Ana Ruiz of Malmö.", "nationality("), ("They sailed to Hong Kong, Japan or Taiwan.", "located_in("),
      ("The Labour Party’s fight against Volvo went on.", "part_of("),
      ("The score was 91.", "has_age("), ("Ana Ruiz arrived at 9.", "has_age("), ("A man died at 91 Mill Road.", "has_age("),
      ("Ana Ruiz is a woman of few words.", "holds_role("), ("Ana Ruiz wept with her two-year-old son.", "has_age("),
    ]) func noDescriptions(_ text: String, _ prefix: String)
  {
    let found = FactSamples.facts(text)
    #expect(!found.contains { $0.contains(prefix) }, "\(found)")
  }

  @Test("what a name’s description says is not denied with the sentence around it") func presupposed() {
    let found = FactSamples.facts("Norway denied that Prime Minister Ana Ruiz had visited Peru.")
    #expect(found.contains("reported holds_role(Ana Ruiz, Prime Minister)"), "\(found)")
    #expect(found.contains("denied visited(Ana Ruiz, Peru)"), "\(found)")
  }
}
