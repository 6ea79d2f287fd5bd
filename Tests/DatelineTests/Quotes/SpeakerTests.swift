import Testing

@testable import Dateline

@Suite("Speaker sieves")
struct SpeakerTests {
  @Test(
    "each sieve finds its speaker",
    arguments: [
      ("The old mayor has also said the road was closed.", "old mayor", "speaker.subject"),
      ("The head of the road board said the road was closed.", "head of the road board", "speaker.subject"),
      ("Ann Lee, a nurse from Leeds, said the road was closed.", "Ann Lee", "speaker.apposition"),
      ("Ann Lee, 43, of Leeds, said the road was closed.", "Ann Lee", "speaker.apposition"),
      ("Ann Lee, of the road board, who was ill, said the road was closed.", "Ann Lee, of the road board", "speaker.apposition"),
      ("Ann Lee, director of the museum of Leeds, Yorkshire, said the road was closed.", "Ann Lee", "speaker.apposition"),
      (
        "A court in Leeds on Thursday ordered the release of a driver, ruling that the road was closed.", "court in Leeds", "speaker.clause"
      ),
      ("The road stayed shut, with Ann Lee saying that the bridge was closed.", "Ann Lee", "speaker.absolute"),
      ("Two people familiar with the matter said the road was closed.", "Two people familiar with the matter", "speaker.subject"),
      ("People briefed on the talks said the road was closed.", "People briefed on the talks", "speaker.subject"),
      ("Two sources close to the board said the road was closed.", "Two sources close to the board", "speaker.subject"),
      ("A source close to the mayor said the road was closed.", "source close to the mayor", "speaker.subject"),
      ("They hear everything and nobody says the road was closed.", "nobody", "speaker.subject"),
      ("Ann Lee told lawmakers the case was bad and said the road was closed.", "Ann Lee", "speaker.clause"),
      ("Ann Lee held up a sign saying that the road was closed.", "sign", "speaker.bearer"),
      ("An official not involved in the talks said the road was closed.", "official not involved in the talks", "speaker.subject"),
      (
        "Two people briefed on the talks, who asked for silence, said the road was closed.", "Two people briefed on the talks",
        "speaker.apposition"
      ),
      ("One of them said the road was closed.", "One of them", "speaker.subject"),
      ("The Bank of England’s chief economist said the road was closed.", "Bank of England’s chief economist", "speaker.subject"),
      ("The Bank of England said the road was closed.", "Bank of England", "speaker.subject"),
      ("Ann Lee and Karl Moe have both said the road was closed.", "Ann Lee and Karl Moe", "speaker.subject"),
      ("The clerk studied in Paris with Ann Lee, who said the road was closed.", "Ann Lee, who", "speaker.relative"),
      ("Several of the sources said the road was closed.", "Several of the sources", "speaker.subject"),
      ("Officials relied on the mayor, who said the road was closed.", "mayor, who", "speaker.relative"),
      ("The paper quoted the old mayor as saying that the road was closed.", "old mayor", "speaker.quoted"),
      ("Ann Lee was quoted by the paper as saying that the road was closed.", "Ann Lee", "speaker.clause"),
      (
        "The judge had kind words for the clerk, a young man accused of fraud, saying that the road was closed.", "judge", "speaker.clause"
      ),
      ("Ann Lee notes that only nine roads were closed and wonders whether they will open.", "Ann Lee", "speaker.clause"),
      ("Ann Lee further argued that the road was closed.", "Ann Lee", "speaker.subject"),
      ("Her suggestion that the road was closed surprised them.", "Her", "speaker.possessor"),
      ("The museum repeated the hope that the road was closed.", "museum", "speaker.noun"),
      ("Ann Lee wanted to say the road was closed.", "Ann Lee", "speaker.clause"),
      ("Ann Lee on Monday said the road was closed.", "Ann Lee", "speaker.subject"),
      ("They met the minister who said the road was closed.", "minister who", "speaker.relative"),
      ("The man who found the dog said the road was closed.", "man who found the dog", "speaker.described"),
      ("A nurse who met the mayor said the road was closed.", "nurse who met the mayor", "speaker.described"),
      ("The officer that led the raid said the road was closed.", "officer that led the raid", "speaker.described"),
      (
        "A man who lives in a house that burned said the road was closed.", "man who lives in a house that burned", "speaker.described"
      ),
      ("The man who thinks the mayor said the road was closed.", "mayor", "speaker.subject"),
      ("People who cheered when the mayor said the road was closed.", "mayor", "speaker.subject"),
      ("The dog that barked frightened them, the mayor said the road was closed.", "mayor", "speaker.subject"),
      ("Ann Lee left the hall, saying the road was closed.", "Ann Lee", "speaker.clause"),
      ("Ann Lee argued that the bridge was safe, adding that the road was closed.", "Ann Lee", "speaker.clause"),
      ("“The road is closed,” said the old mayor.", "old mayor", "speaker.inverted"),
      ("The road was closed, according to the mayor of Leeds.", "mayor of Leeds", "speaker.according-to"),
      ("Ann Lee was told by the mayor of Leeds that the road was closed.", "mayor", "speaker.agent"),
    ])
  func sieve(text: String, speaker: String, sieve: String) throws {
    let quote = try #require(QuoteSamples.quotes(text).last, "nothing found")
    #expect(quote.speaker == speaker)
    #expect(quote.evidence.contains(sieve), "\(quote)")
  }

  @Test(
    "none takes what is no speaker",
    arguments: [
      ("Ann Lee said last week the road was closed.", "last week"), ("Ann Lee on Monday said the road was closed.", "Monday"),
      ("Ann Lee argued that the bridge was safe, adding that the road was closed.", "bridge"),
      ("Ann Lee said it was early, adding that the road was closed.", "it"),
    ])
  func notSpeaker(text: String, wrong: String) {
    for quote in QuoteSamples.quotes(text) { #expect(quote.speaker != wrong, "\(quote)") }
  }

  @Test(
    "the subject of a passive is asked, told or expected, and says nothing",
    arguments: [
      "Ann Lee was asked whether the road was closed.", "The two leaders are expected to open the road on Sunday.",
      "Ann Lee was told that the road was closed.", "Ann Lee is likely to close the road.",
    ])
  func passive(_ text: String) { for quote in QuoteSamples.quotes(text) { #expect(quote.speaker == nil, "\(quote)") } }

  @Test("but who is convinced or worried thinks so")
  func adjectival() { #expect(QuoteSamples.quotes("Ann Lee was convinced that the road was closed.").first?.speaker == "Ann Lee") }

  @Test("a second quotation without attribution keeps the speaker of the first")
  func previous() {
    let found = QuoteSamples.quotes("“We began in spring,” Ann Lee said.\n\nRain fell for weeks. “We ended in autumn with nothing at all.”")
    #expect(found.last?.speaker != nil)
  }

  @Test(
    "one who speaks as a senator has the name behind the comma",
    arguments: [
      ("The culture senator, Birte Janssen, promised: “We will pay.”", "Birte Janssen" as String?),
      ("The minister, Maria Lopez, said that the museum would open.", "Maria Lopez"),
      // Several, or no person behind the comma.
      ("Senators, Maria Lopez among them, said that the museum would open.", nil),
      ("The senator, Kenya’s longest serving, said that the museum would open.", nil),
      ("The senator said that the museum would open.", nil),
    ])
  func roleAndName(text: String, name: String?) throws {
    let analysis = Samples.analyze(text)
    let speaker = try #require(analysis.quotes.first?.speaker)
    #expect((speaker.entity < 0 ? nil : analysis.name(of: analysis.entities[Int(speaker.entity)])) == name)
  }
}
