import Testing

@testable import Dateline

/// Nouns that say of the name beside them what it is: titles of works, craft, firms and clubs.
@Suite("Nouns beside names") struct NameNounTests {
  @Test(arguments: [
    ("She wrote the novel “The Salt Road” in a month.", "work The Salt Road"),
    ("The film \"Bitter Rivers,\" a drama about two sisters, opens today.", "work Bitter Rivers"),
    ("He sang \"Harbour Lights\" and “Gatherer” for an hour.", "work Gatherer"),
    ("A song titled “Hunter” was cut.", "work Hunter"),
    ("Few liked 'Paper Moons of Ghent' director Ola Brandt.", "work Paper Moons of Ghent"),
    ("The “Salt Road” trilogy sold well.", "work Salt Road"),
    ("The agency lost contact with its Rosalind Franklin rover on Monday.", "product Rosalind Franklin"),
    ("Divers searched for the MV Ostara off Bergen. The Ostara had sunk at dawn.", "product Ostara"),
    ("Engineers woke the Alan Shepard spacecraft.", "product Alan Shepard"),
    ("Later a Zelmak spokesman denied it.", "organization Zelmak"),
    ("The price fell, according to Zelmatik, an adviser to banks.", "organization Zelmatik"),
    ("The outlook is poor, said Hartwell’s Sandra Nyong.", "organization Hartwell"),
    ("The price fell, said Hartwell analyst Sandra Nyong.", "organization Hartwell"),
    ("Analysts at Hartwell said the price would fall.", "organization Hartwell"),
    ("Chipmaker Zelmak agrees to buy a rival.", "organization Zelmak"),
    ("The Brentford striker scored twice.", "organization Brentford"),
    ("He moved from Feyenoord to Juventus in January.", "organization Feyenoord"),
    ("He moved from Feyenoord to Juventus in January.", "organization Juventus"),
    // Peoples and terms.
    ("Two died as the Sikindi clan fought on.", "group Sikindi"),
    ("They matched the victim’s DNA on Friday.", "product DNA"),
  ]) func settles(_ text: String, _ expected: String) {
    let found = Samples.typedNames(text)
    #expect(found.contains(expected), "\(found)")
  }

  @Test(arguments: [
    ("He called it “A Game of Fools” in the interview.", "work A Game of Fools"),
    ("The novel was finished. “Go Home,” he said.", "work Go Home"),
    ("The film had “no point” at all.", "work no point"),
    ("The song by Tony “Big Hammer” Gale was played.", "work Big Hammer"),
    ("Rosalind Franklin drove the rover herself.", "product Rosalind Franklin"),
    ("The NASA spacecraft was lost.", "product NASA"),
    ("MS Society volunteers met in Leeds.", "product MS Society"),
    ("A Lindholm spokesman denied it.", "organization Lindholm"),
    ("It rained, according to Oslo.", "organization Oslo"),
    ("Karin Lindholm spoke. Lindholm’s Sandra Nyong wept.", "organization Lindholm"),
    ("The Nigeria striker scored twice.", "organization Nigeria"),
    ("Fans of London buses met.", "organization London"),
    ("Karin Lindholm, an analyst, wept. Lindholm lawyer Sandra Nyong spoke.", "organization Lindholm"),
    ("Lender Karin Lindholm spoke.", "person Lender Karin Lindholm"),
    // No names.
    ("He has a new SIM in his phone.", "place SIM"),
    ("The thief was seen in CCTV footage.", "organization CCTV"),
    ("In the bus she prayed to God for help.", "place God"), ("Harbour talks end without a deal.", "person Harbour"),
    ("The Surrey community centre closed.", "group Surrey"),
  ]) func leaves(_ text: String, _ wrong: String) {
    let found = Samples.typedNames(text)
    #expect(!found.contains(wrong), "\(found)")
  }
}
