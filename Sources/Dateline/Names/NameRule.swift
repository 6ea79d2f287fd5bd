/// What settled a name against or beside the span model: shown as evidence, so that no tag goes unexplained.
enum NameRule: UInt8 {
  /// The model alone.
  case none
  /// A country or nationality is never nothing.
  case country
  /// "BRUSSELS (Agency) -": the place of the dateline.
  case dateline
  /// "Lloyd’s of London": the tables know the words as one name.
  case knownName
  /// "Morgan Stanley": the tables know the name by one type only.
  case knownType
  /// "Dallas, Texas": one place in another.
  case placePair
  /// "for Clare, Kerry and Galway": a place among places.
  case placeRow
  /// "Hidrovale SA": a legal form behind the name.
  case legalForm
  /// "Reed & Calloway".
  case firm
  /// "Ministry of Health, Labour and Welfare".
  case ministry
  /// "HMS Tern", "the tanker Northern Dawn".
  case ship
  /// "Storm Brenna".
  case storm
  /// "Operation Aspides".
  case operation
  /// "carmaker Norvik".
  case organizationNoun
  /// "Snowflake, Palantir and Nvidia", "Ortega, Batistuta and Caniggia": a name among names of its kind.
  case row
  /// "closed outside Target": a capital inside a sentence on a word that the tables know as a name.
  case capital
  /// "2-Cafu": behind a player's number.
  case playerNumber
  /// "for the Bucks", where other clubs are named.
  case team
  /// "coach Doc Rivers".
  case role
  /// "Andre Correa do Lago".
  case particle
  /// "Samsung’s Galaxy Store": whose it is, and what.
  case possessor
  /// "the Amazon city of Belem".
  case placeNoun
  /// "angela merkel", in a text of small letters.
  case smallLetters
  /// "Will Smith met …": a given name that is a verb, too.
  case givenName
  /// "her brother Tom".
  case family
  /// "Surrey beat Somerset by six wickets".
  case result
  /// "Arsenal visit Spurs", "Arsenal or Porto".
  case rivals
  /// "the Teachers’ Federation".
  case owners
  /// "Mrs May", and "May said" behind her.
  case month
  /// "J. Clark Bundren II".
  case numeral
  /// "John “Jack” Brennan".
  case nickname
  /// "Holger Rune": a given name and a word that is no name elsewhere.
  case fullName
  /// "V.D. Satheesan".
  case initials
  /// "the central bank’s Ueda says".
  case speaker
  /// "an analyst at DNB Carnegie".
  case employer
  /// "with Babcock down 7%".
  case mover
  /// "pro-Beijing New People Party".
  case side
  /// "the novel “The Salt Road”".
  case work
  /// "the Opportunity rover".
  case craft
  /// "Teamsters Local 404".
  case local
  /// "Cardiff Magistrates’ Court".
  case court
  /// "Bexico’s shareholders", "Hartwell’s Sandra Nyong".
  case belongings
  /// "the Brentford striker".
  case player
  /// "Ana Ruiz of Calder Group".
  case affiliation
  /// "Electoral Commission of Uganda".
  case national
  /// "unmanned aerial systems (UAS)", "DNA".
  case term
  /// "the Sikin clan".
  case people
  /// "Kisumu Governor Prof Anyang Nyong’o".
  case officer
  /// "Rune" behind "Holger Rune", "Norhaven" behind "Norhaven A/S".
  case shortForm
  /// "Marlow v. Pike County".
  case courtCase
  /// "Unite said", where it opens a sentence.
  case opening
  /// "M.K.Stalin", "IIT-Madras".
  case shape
  /// "the Maduro regime".
  case regime
  /// "Hong Kong and Macau Affairs Office": two names that the tables or a word between them make one.
  case whole
  /// "Bilkana is a chain of shops".
  case definition
  /// "the Goods Availability Act".
  case headed
  /// "TESLA RECALLS TRUCKS": the tables know the word by one type only.
  case headline
  /// What the other mentions of the name say.
  case sameName

  /// As evidence; nil for the model.
  var evidence: Evidence? {
    switch self {
    case .none: nil
    case .country: Evidence(.gazetteer, "name.country")
    case .dateline: Evidence(.rule, "name.dateline")
    case .knownName: Evidence(.gazetteer, "name.known-whole")
    case .knownType: Evidence(.gazetteer, "name.known-type")
    case .placePair: Evidence(.rule, "name.place-pair")
    case .placeRow: Evidence(.rule, "name.place-row")
    case .legalForm: Evidence(.rule, "name.legal-form")
    case .firm: Evidence(.rule, "name.firm")
    case .ministry: Evidence(.rule, "name.ministry")
    case .ship: Evidence(.rule, "name.ship")
    case .storm: Evidence(.rule, "name.storm")
    case .operation: Evidence(.rule, "name.operation")
    case .organizationNoun: Evidence(.rule, "name.organization-noun")
    case .row: Evidence(.rule, "name.row")
    case .capital: Evidence(.gazetteer, "name.capital")
    case .playerNumber: Evidence(.rule, "name.player-number")
    case .team: Evidence(.document, "name.team")
    case .role: Evidence(.rule, "name.role")
    case .particle: Evidence(.rule, "name.particle")
    case .possessor: Evidence(.rule, "name.possessor")
    case .placeNoun: Evidence(.rule, "name.place-noun")
    case .smallLetters: Evidence(.gazetteer, "name.small-letters")
    case .givenName: Evidence(.rule, "name.given-name")
    case .family: Evidence(.rule, "name.family")
    case .result: Evidence(.rule, "name.result")
    case .rivals: Evidence(.rule, "name.rivals")
    case .owners: Evidence(.rule, "name.owners")
    case .month: Evidence(.rule, "name.month")
    case .numeral: Evidence(.rule, "name.numeral")
    case .nickname: Evidence(.rule, "name.nickname")
    case .fullName: Evidence(.rule, "name.full-name")
    case .initials: Evidence(.rule, "name.initials")
    case .speaker: Evidence(.rule, "name.speaker")
    case .employer: Evidence(.rule, "name.employer")
    case .mover: Evidence(.rule, "name.mover")
    case .side: Evidence(.rule, "name.side")
    case .work: Evidence(.rule, "name.work")
    case .craft: Evidence(.rule, "name.craft")
    case .local: Evidence(.rule, "name.local")
    case .belongings: Evidence(.rule, "name.belongings")
    case .player: Evidence(.rule, "name.player")
    case .court: Evidence(.rule, "name.court")
    case .national: Evidence(.rule, "name.national")
    case .term: Evidence(.rule, "name.term")
    case .people: Evidence(.rule, "name.people")
    case .officer: Evidence(.rule, "name.officer")
    case .affiliation: Evidence(.rule, "name.affiliation")
    case .shortForm: Evidence(.document, "name.short-form")
    case .courtCase: Evidence(.rule, "name.court-case")
    case .opening: Evidence(.gazetteer, "name.opening")
    case .shape: Evidence(.rule, "name.shape")
    case .regime: Evidence(.rule, "name.regime")
    case .whole: Evidence(.rule, "name.whole")
    case .definition: Evidence(.rule, "name.definition")
    case .headed: Evidence(.rule, "name.headed")
    case .headline: Evidence(.gazetteer, "name.headline")
    case .sameName: Evidence(.document, "name.same-name")
    }
  }
}
