import Testing

@testable import Dateline

/// What a name's place in the sentence or in the article says of it: court cases, words that open sentences, clubs beside clubs, residents, works.
@Suite("Settings of names") struct NameSettingTests {
  @Test(arguments: [
    // Court cases.
    ("The judge cited Marlow v. Pike County on Monday.", "law Marlow v. Pike County"),
    ("In Dunmore v. State Board of Nursing the court disagreed.", "law Dunmore v. State Board of Nursing"),
    // Words that open sentences.
    ("The talks failed. Unite said that drivers would stop work.", "organization Unite"),
    ("The shares fell. Vogue’s chief executive resigned.", "organization Vogue"),
    // Clubs beside clubs.
    ("Aston Villa and Bayer Leverkusen want him. Villa offered Sevilla 20 million euros.", "organization Sevilla"),
    ("Aston Villa and Bayer Leverkusen want him, and Everton gave up.", "organization Everton"),
    ("Aston Villa beat Crystal Palace. Wolves have signed a striker from Bayer Leverkusen.", "organization Wolves"),
    // A person of a firm's name.
    ("They honoured Giorgio Armani, who died at 91.", "person Giorgio Armani"),
    ("Marco Belki spoke to Giorgio Armani, who retired.", "person Giorgio Armani"),
    // Ships without their noun.
    ("The tanker Golden Meadow sank. The Golden Meadow was built in 2009.", "product Golden Meadow"),
    // Given names alone.
    ("Shubman Gill made 80. Few gave credit to Shubman.", "person Shubman"),
    // Who lives where, and between where.
    ("A rice farmer in Tra Bongh said the roof was gone.", "place Tra Bongh"),
    ("Trains were halted between Hue and Dieu Trih.", "place Dieu Trih"),
    // Works without marks.
    ("He is best known for the novel Deser Orchand, a success.", "work Deser Orchand"),
    ("The stolen files were sold on Telegram.", "organization Telegram"),
    ("They hired Allied Gold and Newmont for the job.", "organization Allied Gold"),
  ]) func settles(_ text: String, _ expected: String) {
    let found = Samples.typedNames(text)
    #expect(found.contains(expected), "\(found)")
  }

  @Test(arguments: [
    // Fixtures are no court cases.
    ("They watched France v. Spain in a bar.", "law France v. Spain"),
    ("He compared Ana Moe and Karl Ruiz v, he said.", "law Karl Ruiz v"),
    // Ordinary words that open sentences.
    ("Citizens should tell the government.", "organization Citizens"),
    ("Target practice began at noon.", "organization Target"),
    ("Unite the party first.", "organization Unite"),
    // A town where no clubs are named, or where only towns stand.
    ("He was born in Everton and went to school there.", "organization Everton"),
    ("Aston Villa and Bayer Leverkusen met in Sevilla on Tuesday.", "organization Sevilla"),
    // A firm of a person's name.
    ("They sued Giorgio Armani, which denied it.", "person Giorgio Armani"),
    // A place that the tables know beside a person of its name.
    ("Chelsea Moe arrived. She walked through Chelsea.", "person Chelsea"),
    // What has shares, and what people believe in.
    ("The coach has faith in Tomas Lindqvist.", "place Tomas Lindqvist"),
    ("Talks between Hue and Ana Ruiz failed.", "place Ana Ruiz"),
    // Who makes the work.
    ("The film Netflix bought was slow.", "work Netflix"),
    ("The film Orlen’s rivals made was slow.", "work Orlen"),
  ]) func leaves(_ text: String, _ wrong: String) {
    let found = Samples.typedNames(text)
    #expect(!found.contains(wrong), "\(found)")
  }
}
