import Testing

@testable import Dateline

/// What stands around a name settles what it is.
@Suite("Conventions of names") struct ConventionTests {
  @Test(arguments: [
    // Ships.
    ("Divers searched the oil tanker Northern Dawn for two days.", "product Northern Dawn"),
    ("The frigate HMS Tern left port.", "product HMS Tern"),
    ("The mine was found by HMS Trent off the coast.", "product HMS Trent"),
    // Families.
    ("She is survived by their daughters, Folake and Harriet, and four grandchildren.", "person Harriet"),
    ("He left the farm to his brother Chester in 1990.", "person Chester"),
    // Lists of a ministry's tasks.
    (
      "A team from the Ministry of Health, Labour and Welfare would examine them.", "organization Ministry of Health, Labour and Welfare"
    ),
    // Firms.
    ("She worked at Sullivan & Cromwell before the election.", "organization Sullivan & Cromwell"),
    // Teams.
    ("On Sunday Surrey beat Somerset by six wickets at home.", "organization Somerset"),
    ("Munster lost 24-19 to Leinster in the last minute.", "organization Munster"),
    // Legal forms.
    ("The maker, Selvion Biologics, Inc., is sold.", "organization Selvion Biologics, Inc."),
    ("It was bought by Brightline Holdings, LLC, in May.", "organization Brightline Holdings, LLC"),
    ("Sales at Acorn Widgets Co., the toy maker, fell.", "organization Acorn Widgets Co."),
    // Before an amount.
    ("The arena costs Mato Grosso R$700,000 a month.", "place Mato Grosso"),
    // Who speaks for whom.
    ("Fed’s Waller says he would back a cut in March.", "person Waller"),
    ("Fed’s Waller says he would back a cut in March.", "organization Fed"),
    // Datelines.
    ("New hospital opens\n\nWASHINGTON (AP) — Sen. Laura Whitfield, D-N.Y., announced Thursday that she will retire.", "place WASHINGTON"),
    // Two ends of a way.
    ("It set off a scramble among voters from Buffalo to Long Island.", "place Buffalo"),
    ("It set off a scramble among voters from Buffalo to Long Island.", "place Long Island"),
    // Names that the tables know as one, and names that have a possessive.
    ("The painting was insured by Lloyd’s of London last year.", "organization Lloyd’s of London"),
    ("A painting at Christie’s fetched $3 million.", "organization Christie’s"),
    ("Analysts said Moody’s put the rating on review.", "organization Moody’s"),
    ("The ferry sails from Victoria to British Columbia’s mainland.", "place British Columbia"),
    ("The takeover was advised by Morgan Stanley and two law firms.", "organization Morgan Stanley"),
    ("Patients who took Wegovy lost more weight.", "product Wegovy"),
    ("The bill was written by Ann Lee, a Massachusetts Democrat.", "place Massachusetts"),
    // Storms and more ships.
    ("Roofs flew off as Storm Brenna crossed the coast.", "event Storm Brenna"),
    ("Tropical Storm Ada weakened on Friday.", "event Tropical Storm Ada"),
    ("The BRP Teresa Magbanua returned to port.", "product BRP Teresa Magbanua"),
    // Datelines.
    ("Chip plant gets green light\n\nBRUSSELS (Wire) - The plan was approved on Thursday.", "place BRUSSELS"),
    // Operations.
    ("The navy said Operation Aspides had escorted the ship.", "event Operation Aspides"),
    // Rows.
    ("He scored with Ortega, Batistuta and Caniggia watching.", "person Caniggia"),
    ("Shares of Snowflake, Palantir and Nvidia fell.", "organization Snowflake"),
    ("The mission sails from Larissa, Greece, today.", "place Larissa"),
    // A capital on a word that the tables know.
    ("She waited for a tram outside Target, she said.", "organization Target"),
    ("The finding was published in Nature.", "organization Nature"),
    // Nouns for organizations.
    ("Antitrust regulator Zelmak dropped its demand for sales.", "organization Zelmak"),
    ("The ferry company, Casco Marine, closed its office.", "organization Casco Marine"),
    // Players' numbers.
    ("Brazil - 1-Taffarel, 2-Cafu, 4-Aldair", "person Cafu"),
    // Nicknames in straight marks, of whom the model sees nothing.
    ("Sanctions were imposed on Jimmy \"Barbecue\" Cherizier of the gang.", "person Jimmy \"Barbecue\" Cherizier"),
    // Owners.
    ("Users may install stores such as Samsung’s Galaxy Store from May.", "organization Samsung"),
    // Firms that are verbs, too.
    ("Google will cut its fees.", "organization Google"),
    ("“Our river is not for Cargill,” she said.", "organization Cargill"),
    // Roles and particles.
    ("He drew a foul; coach Doc Rivers complained.", "person Doc Rivers"),
    ("The plan of Andre Correa do Lago was adopted.", "person Andre Correa do Lago"),
    // Towns before their province.
    ("Chad Kroeger was born in Hanna, Alberta.", "place Hanna"),
    // Towns that are words.
    ("A fourth man, from Boulder, was flown out.", "place Boulder"),
    // Teams.
    ("The Milwaukee Bucks lost again. A throw was missed for the Bucks late on.", "organization Bucks"),
    ("Jayson Tatum gave Boston a 112-110 win over Milwaukee.", "organization Milwaukee"),
    // Rivals.
    ("On Sunday Arsenal visit Spurs in the league.", "organization Arsenal"),
    ("Later Celtic face Rangers in the final.", "organization Celtic"),
    ("Brentford 0-0 Fulham\nWolves 3-1 Burnley\n", "organization Burnley"),
    ("On Friday they play Bayern Munich or Porto in the cup.", "organization Porto"),
    ("Inter Milan drew 0-0 with Celtic on Sunday.", "organization Celtic"),
    // Unions.
    // Where they work, where it was.
    ("Prices fall, said Ole Lind, head of commodity strategy at Saxo Bank.", "organization Saxo Bank"),
    ("A store manager in Dearborn told her to go.", "place Dearborn"),
    ("He leads the Teachers’ Federation.", "organization Teachers’ Federation"),
    ("Carla Mendes of the Workers' Front spoke.", "organization Workers' Front"),
    // Short forms.
    ("Ana Moe and Holger Rune lost. It was the third defeat after Rune beat Ben Shelton.", "person Rune"),
    ("It will buy Norhaven A/S for cash. Shares in Norhaven jumped.", "organization Norhaven"),
    ("Nottingham Forest won again. Wood scored twice as Forest came from behind.", "organization Forest"),
    // Numerals.
    ("Her lawyer, J. Clark Bundren II, said she would appeal.", "person J. Clark Bundren II"),
    // Rows of places.
    ("A red warning was issued for Clare, Kerry and Galway.", "place Kerry"),
    ("A red warning was issued for Clare, Kerry and Galway.", "place Clare"),
    // Heads of wire lines, legal forms with a stroke.
    ("Tennis-Okafor stuns top seed\n\nPARIS, Oct 31 (Wire) - Toby Okafor won on Friday.", "person Okafor"),
    ("It will buy Norhaven A/S for cash.", "organization Norhaven A/S"),
    // Given names before words that are no names elsewhere, initials.
    ("She beat Holger Rune in two sets on Monday.", "person Holger Rune"),
    ("The leader of the opposition, V.D. Pallikkudan of the Congress, objected.", "person V.D. Pallikkudan"),
    // Whose they are, where they work, how they move.
    ("The Bank of Japan’s Ueda says it is too early.", "person Ueda"),
    ("Zinc is dear, said an analyst at Brekka Carnegie.", "organization Brekka Carnegie"),
    ("The index fell, with Babcock down 7% after a warning.", "organization Babcock"),
    // Names that the tables know as one thing only.
    ("On Friday the Davis Cup captain named his squad.", "event Davis Cup"),
    ("The pro-Beijing New Harbour Party lost two seats.", "organization New Harbour Party"),
    ("The Kerala government will seek a review.", "place Kerala"),
    ("On Monday the S&P 500 fell 0.7%.", "product S&P 500"),
    ("Glencore, Nyrmark and Korea Zinc buy the ore.", "organization Nyrmark"),
  ]) func settles(_ text: String, _ expected: String) {
    let found = Samples.typedNames(text)
    #expect(found.contains(expected), "\(found)")
  }

  @Test(arguments: [
    // No ship: a possessive, a known name, a plural.
    ("The tanker Greece sent had sunk.", "product Greece"),
    // People, not firms.
    ("The hosts Karin Lindholm & Paulo Neves laughed.", "organization Karin Lindholm & Paulo Neves"),
    // An enumeration of names is no list of a ministry's.
    ("He has left the Bank of Kenya, Ford and Toyota.", "organization Bank of Kenya, Ford and Toyota"),
    // Nations stay places.
    ("Germany beat France 2-1 on Sunday.", "organization Germany"),
    ("Fans of Bayern Munich and Germany cheered.", "organization Germany"),
    ("The Leeds Building Society and Porto are rivals of nobody.", "organization Porto"),
    // Not whose it is.
    ("He waited at the Teachers’ house in the Federation.", "organization Teachers’ house"),
    // No result.
    ("Leeds beat inflation, and London grew.", "organization London"),
    // What a person has.
    ("Rosa Christie won. Christie’s father wept.", "organization Christie’s"),
    // Labels, tags and handles.
    ("Explainer: why the harbor bridge fell on Friday.", "person Explainer"),
    ("He sent photos to @HarborPolice and others.", "group @HarborPolice"),
    ("He saw posts under #StormPetra on Friday.", "organization #StormPetra"),
    // A county behind a comma.
    ("She was born in Athenry, Co. Galway, in 1950.", "organization Athenry, Co."),
    // A year's election.
    ("He won the 1996 United States Senate election in Ohio.", "organization United States Senate"),
    // A family's town.
    ("His brother in Lisbon called.", "person Lisbon"),
    // A person who is introduced, whatever company bears the name.
    ("The painter Morgan Stanley, 54, was born in Leeds.", "organization Morgan Stanley"),
    // A state that opens a longer name.
    ("The Connecticut Lottery sold the ticket.", "place Connecticut"),
    // A centre for storms is none.
    ("The National Hurricane Center warned Florida.", "event Hurricane Center"),
    // An operation that is an organization.
    ("A leader of Operation Lift Movement has stepped down.", "event Operation Lift Movement"),
    // Words that are no names.
    ("They feared the Target of the raid.", "organization Target"),
    ("Later a Nature walk was held.", "organization Nature"),
    ("The head of the ferry company, Karin Lindholm, closed its office.", "organization Karin Lindholm"),
    // Whose the firm is.
    ("It is the carmaker Musk runs.", "organization Musk"),
    // No player's number.
    ("He opened a 7-Eleven, she said.", "person Eleven"),
    // A person and a place.
    ("He wrote to Ortega, Lisbon and Porto.", "person Lisbon"),
    // A college is not its queen’s.
    ("She read geology at King’s College in Aberdeen.", "organization College"),
    // Money, not a team.
    ("He paid for the Bucks with his card.", "organization Bucks"),
    // A meeting is no match.
    ("The autumn session of the Danube Forum took place in Belgrade on May 12.", "organization Belgrade"),
    // A verb behind a person.
    ("What did Andre Correa do Tuesday?", "person Andre Correa do Tuesday"),
    // What visits is no club.
    ("Chelsea Ortiz will visit Barcelona.", "organization Chelsea"),
    // A word behind an article is no surname.
    ("Holger Rune won. The Rune stone stood near.", "person Rune"),
    // People in a row.
    ("She thanked Clare, Kerry and Anna for their help.", "place Kerry"),
    // No line’s head inside a line.
    ("He likes the Tennis-Club of the town.", "organization Club"),
    // The letter of a party and its state are no name together.
    ("Sen. Laura Whitfield, D-N.Y., will retire.", "organization D-N.Y."),
    ("It would book a charge in the July-September quarter.", "place July-September"),
    // Parts of values are no names.
    ("Brent fell to $58 a barrel by 0930 GMT on Monday.", "person 0930 GMT"),
    ("It was 40 degrees Celsius on Monday.", "organization Celsius"),
    ("Rescue work ended on Sunday night.", "product Sunday"), ("Doors opened at 3 p.m. EST for members.", "product EST"),
    ("The contract cost N15.8 billion.", "product N15.8"), ("It paid US$7bn for the mine.", "place US"),
    ("They build the 90MW Erden plant.", "organization MW Erden"),
    // No full name, no initials.
    ("The U.S. Navy sent a ship.", "person U.S. Navy"),
    ("A guard at Auschwitz was tried.", "organization Auschwitz"),
    ("He is a nurse at Nakatomba dispensary.", "organization Nakatomba"),
  ]) func leaves(_ text: String, _ wrong: String) {
    let found = Samples.typedNames(text)
    #expect(!found.contains(wrong), "\(found)")
  }

  @Test(
    "what settled a name is its evidence",
    arguments: [
      ("On Sunday Arsenal visit Spurs in the league.", "Arsenal", "name.rivals"),
      ("Roofs flew off as Storm Brenna crossed the coast.", "Storm Brenna", "name.storm"),
      ("The takeover was advised by Morgan Stanley and two law firms.", "Morgan Stanley", "name.known-type"),
      ("Chip plant gets green light\n\nBRUSSELS (Wire) - The plan was approved on Thursday.", "BRUSSELS", "name.dateline"),
      ("Ana Moe and Holger Rune lost. It was the third defeat after Rune beat Ben Shelton.", "Rune", "name.short-form"),
      ("The flood reached Norman, Oklahoma, at noon.", "Norman", "name.place-pair"),
    ]) func explains(_ text: String, _ name: String, _ rule: String)
  {
    let analysis = Samples.analyze(text)
    let found = analysis.mentions.filter { analysis.article.text($0.span) == name }
    #expect(found.contains { $0.evidence.contains { analysis.evidence[Int($0)].id.text == rule } })
    #expect(analysis.mentions.allSatisfy { !$0.evidence.isEmpty }, "no name without evidence")
  }

  @Test("the v. of a case ends no sentence") func versus() {
    #expect(Samples.analyze("The court cited Lindholm v. Neves on Monday.").sentences.count == 1)
  }
}
