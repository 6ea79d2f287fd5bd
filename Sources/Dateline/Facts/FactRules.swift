extension CaptureName {
  static let subject = CaptureName(0)
  static let object = CaptureName(1)
  static let place = CaptureName(2)
}

/// The facts that a fixed order of words states: nationality, membership, party, where a meeting is held.
enum FactRules {
  static let all: [Rule] = nationality + membership + parties + meetings

  // MARK: Parts

  private static func person() -> Pattern { Capture(.subject) { MentionOf(.person) } }
  private static func demonym() -> Pattern { Capture(.object) { MentionOf(.place, forms: [.demonym]) } }
  private static func office() -> Pattern { Word(in: .role, .title) }
  private static func article() -> Pattern { Word("a", "an", "the") }
  private static func comma() -> Pattern { Token(text: ",") }

  /// Words between an adjective and the office that it belongs to; no head of an organization, whose nationality it would be.
  private static func modifiers() -> Pattern { ZeroOrMore(max: 3) { modifier() } }

  private static func modifier() -> Pattern {
    All {
      Tagged(.nn, .nnp, .jj, .vbg)
      Not(Word(in: .orgHead, .teamHead, .mediaHead))
    }
  }

  // MARK: Rules

  static let nationality: [Rule] = [
    Rule("fact.nationality.before") {
      demonym()
      OneOrMore(max: 4) { modifier() }
      PrecededBy { office() }
      person()
    } examples: {
      Finds("The ⟦Turkish Foreign Minister Emre Aydin⟧ left.")
      Finds("They heard former ⟦French President Luc Morel⟧ on Monday.")
      Rejects("The Turkish company hired Emre Aydin.")
      Rejects("The Italian bank president Luca Ferri left.")
    },
    Rule("fact.nationality.apposition") {
      person()
      comma()
      article()
      Optionally { ValueOf(.age) }
      ZeroOrMore(max: 2) { Tagged(.jj, .nn) }
      demonym()
      modifiers()
      Word(in: .role, .kin)
      NotFollowedBy { Token(.possessive) }
    } examples: {
      Finds("⟦Emre Aydin, a Turkish engineer⟧, won the prize.")
      Finds("⟦Luc Morel, the former French tennis coach⟧, retired.")
      Rejects("Emre Aydin, a Turkish engineer’s son, won.")
      Rejects("Emre Aydin, who likes Turkish food, won.")
    },
    Rule("fact.nationality.copula") {
      person()
      Word("is", "was")
      Word("a", "an")
      Optionally { ValueOf(.age) }
      ZeroOrMore(max: 2) { Tagged(.jj, .nn) }
      demonym()
      modifiers()
      Word(in: .role)
      NotFollowedBy { Token(.possessive) }
    } examples: {
      Finds("⟦Emre Aydin is a Turkish engineer⟧.")
      Rejects("Emre Aydin is not a Turkish engineer.")
    },
  ]

  private static func memberOf() -> Pattern {
    .sequence([
      Optionally { Word("a", "an", "the", "one") },
      ZeroOrMore(max: 3) { Tagged(.jj, .jjs, .nn, .vbg, .vbn) },
      All {
        Word(in: .memberNoun)
        Tagged(.nn)
      }, Word("of"),
      Optionally { Word("the") },
      Capture(.object) { MentionOf(.organization, .group) },
    ])
  }

  static let membership: [Rule] = [
    Rule("fact.member.apposition") {
      person()
      comma()
      memberOf()
    } examples: {
      Finds("⟦Helga Strand, a senior member of the Labour Party⟧, resigned.")
      Rejects("Helga Strand, the mother of a member, resigned.")
    },
    Rule("fact.member.copula") {
      Capture(.subject) { MentionOf(.person, .organization, .place) }
      Word("is", "was", "became", "remains", "are", "were")
      memberOf()
    } examples: {
      Finds("⟦Turkey is a member of NATO⟧.")
      Rejects("Turkey is not a member of NATO.")
    },
    Rule("fact.member.before") {
      Capture(.object) { MentionOf(.organization) }
      Word(in: .memberNoun)
      Capture(.subject) { MentionOf(.person, .place) }
    } examples: {
      Finds("Police arrested ⟦Greenpeace member Helga Strand⟧.")
      Rejects("Police arrested Greenpeace members and Helga Strand.")
    },
  ]

  /// Their matches count when the captured organization is a party, the group a party’s adherents.
  static let parties: [Rule] = [
    Rule("fact.party.before") {
      Capture(.object) { MentionOf(.organization, .group) }
      OneOrMore(max: 4) { Tagged(.nn, .nnp, .jj) }
      PrecededBy { office() }
      person()
    } examples: {
      Finds("The ⟦Republican senator Ann Lee⟧ agreed.")
    },
    Rule("fact.party.apposition") {
      person()
      comma()
      Word("a", "an")
      ZeroOrMore(max: 2) { Tagged(.jj) }
      Capture(.object) { MentionOf(.group) }
    } examples: {
      Finds("⟦Ann Lee, a Republican⟧, agreed.")
      Rejects("Ann Lee agreed.")
    },
    Rule("fact.party.brackets") {
      person()
      Token(text: "(")
      Capture(.object) { MentionOf(.organization, .group) }
      Token(text: ")")
    } examples: {
      Finds("⟦Helga Strand (Labour)⟧ agreed.")
    },
    Rule("fact.party.state") {
      person()
      Token(text: "(")
      Capture(.object) { Token(text: "R", "D", "I") }
      Token(text: "-", "–", "—")
      Capture(.place) { OneOrMore(max: 3) { Not(Token(text: ")")) } }
      Token(text: ")")
    } examples: {
      Finds("Senator ⟦Ann Lee (R–Texas)⟧ agreed.")
      Rejects("Senator Ann Lee (left) agreed.")
    },
  ]

  private static func heldPlace() -> Pattern {
    .sequence([
      Optionally {
        Word("on")
        ValueOf(.date)
      },
      Word("in", "at"),
      Optionally { Word("the") },
      Capture(.place) { MentionOf(.place, .organization) },
    ])
  }

  private static func meeting() -> Pattern { Capture(.subject) { Word(in: .meetingNoun, .eventHead) } }

  /// What may stand in the noun groups around a meeting.
  private static func groupWord() -> Pattern {
    Choice {
      Tagged(.dt, .prps, .jj, .jjr, .jjs, .nn, .nns, .nnp, .nnps, .cd, .vbg, .vbn, .cc)
      Word("of", "with", "between")
    }
  }

  static let meetings: [Rule] = [
    Rule("fact.held.passive") {
      meeting()
      Optionally { comma() }
      Optionally { Word("which", "that") }
      ZeroOrMore(max: 3) { Word(in: .auxiliary, .modal) }
      ZeroOrMore(max: 1) { Tagged(.rb) }
      Word(in: .heldWord)
      heldPlace()
    } examples: {
      Finds("The ⟦summit was held in Vienna⟧.")
      Finds("The ⟦meeting, hosted at Alta Palace⟧, was short.")
      Rejects("The summit was held behind closed doors.")
      Rejects("The rebels held in Vienna are free.")
    },
    Rule("fact.held.active") {
      Word(in: .heldWord)
      ZeroOrMore(max: 8) { groupWord() }
      meeting()
      ZeroOrMore(max: 6) { groupWord() }
      heldPlace()
    } examples: {
      Finds("Norway and Peru ⟦held a round of talks in Geneva⟧.")
      Rejects("Norway held its breath.")
    },
  ]
}
