import Testing

@testable import Dateline

/// Names that their shape, a noun beside them or the rest of their own name settles.
@Suite("Shapes and neighbours of names") struct NameShapeTests {
  @Test(arguments: [
    // Initials without blanks, branches with a hyphen.
    ("Yesterday the speaker, B.Enkhtuvaan, received him.", "person B.Enkhtuvaan"),
    ("A letter from M.K.Selvan was read.", "person M.K.Selvan"),
    ("The best of them is IIT-Madras, the ranking says.", "organization IIT-Madras"),
    // Organizations that are no other word, and before who speaks for them.
    ("He told a Knesset hearing that it was safe.", "organization Knesset"),
    ("It was read by National Assembly Speaker Omar Belkan.", "organization National Assembly"),
    ("The bill rose. Industry Ministry figures show a surplus.", "organization Industry Ministry"),
    ("Grants to Harvard were stopped.", "organization Harvard"),
    // Somebody's rule, and compatriots.
    ("The repression of the Maduro regime went on.", "person Maduro"),
    ("China’s Qieyung Shijao took bronze in Osaka.", "person Qieyung Shijao"),
    ("Former parliament member Abbas Ali Mondol died on Friday.", "person Abbas Ali Mondol"),
    // Storms.
    ("Schools closed as tropical storm Bonnie came near. Bonnie’s winds grew.", "event Bonnie"),
    ("The typhoon, named Banyon, is forming.", "event Banyon"),
    // Places by their nouns.
    ("They came from the towns of Morelia and Pedro Juan Caballero.", "place Pedro Juan Caballero"),
    ("The ship left for the Port of Acajutla on Monday.", "place Port of Acajutla"),
    ("The play opens at the Mall of Africa in May.", "place Mall of Africa"),
    // What a name is said to be.
    ("Bilkana is a Danish chain of shops. He left Bilkana in May.", "organization Bilkana"),
    ("He works for Vendorano, a Dutch park developer.", "organization Vendorano"),
    ("Brensbach is a municipality in the south.", "place Brensbach"),
    // Headlines.
    ("TESLA RECALLS TRUCKS AFTER CRASH IN TEXAS\n\nThe firm said so.", "place TEXAS"),
    ("Ghana Police Arrest Man For Stealing Cable\n\nHe is 30.", "organization Ghana Police"),
    // Towns, and two firms.
    ("In Vienna Jannik Sinnegar won his first match.", "person Jannik Sinnegar"),
    ("They met Ilukana Energy and Vitalis Metals in May.", "organization Ilukana Energy"),
    ("Botic van de Zandschilp plays for the team.", "person Botic van de Zandschilp"),
    ("The halftime show of Super Bowl LX was long.", "event Super Bowl LX"),
    // One name, not two.
    ("The Hong Kong and Macau Affairs Office denied it.", "organization Hong Kong and Macau Affairs Office"),
    ("The Jammu and Kashmir Cricket Association paid.", "organization Jammu and Kashmir Cricket Association"),
  ]) func settles(_ text: String, _ expected: String) {
    let found = Samples.typedNames(text)
    #expect(found.contains(expected), "\(found)")
  }

  @Test(arguments: [
    ("He read www.B.Enkhtuvaan.com and U.S. papers.", "person U.S."),
    ("They wore COVID-19 masks.", "organization COVID-19"),
    ("The minister made a U-turn in a T-shirt.", "product U-turn"),
    ("Two NGOs and three MPs agreed.", "organization NGOs"),
    ("They thanked His Highness the Crown Prince on Monday.", "organization His Highness the Crown Prince"),
    // A place's rule, and firms with words of the language.
    ("The sanctions hit the Kyiv regime.", "person Kyiv"),
    ("China’s Evergrande Group filed for bankruptcy.", "person Evergrande Group"),
    ("France’s Bouygues Telecom fell.", "person Bouygues Telecom"),
    // What somebody is said to be.
    ("Ana Lindholm is a broadcaster in Oslo.", "organization Ana Lindholm"),
    ("Oslo is a party to the deal.", "organization Oslo"),
    ("The Kenya Wildlife and Forest Service moved.", "organization Kenya Wildlife"),
    ("Great School! We like it.", "organization Great School"),
    ("In the city of Lagos, Ana Moe won.", "place Ana Moe"),
    // Whose town it is.
    ("He drove to the home town of Lionel Messi.", "place Lionel Messi"),
    ("The head of the city of Lagos’s council spoke.", "organization Lagos"),
    // Two names.
    ("Hong Kong and the Foreign Office disagreed.", "organization Hong Kong and the Foreign Office"),
    ("Germany and Siemens Energy agreed.", "organization Germany and Siemens Energy"),
    ("The wine of Africa is good.", "place wine of Africa"),
    ("They met in Stanford in Kentucky.", "person Stanford"),
  ]) func leaves(_ text: String, _ wrong: String) {
    let found = Samples.typedNames(text)
    #expect(!found.contains(wrong), "\(found)")
  }
}
