import Testing

@testable import Dateline

/// What stands behind the span model and mends what it cannot know: pairs of places, nicknames, months behind titles, national branches.
@Suite("Names behind the model") struct NameRepairTests {
  private func names(_ text: String) -> [String] {
    let analysis = Samples.analyze(text)
    return analysis.mentions.filter { $0.form == .name || $0.form == .demonym }.map { mention in
      (mention.form == .demonym ? "demonym" : analysis.entities[Int(mention.entity)].type.name) + " " + analysis.article.text(mention.span)
    }
  }

  @Test("a town before a comma and its state is the town") func town() {
    let analysis = Samples.analyze("Norman, Oklahoma, was hit by a storm.")
    #expect(Samples.entityNames(analysis) == ["Norman", "Oklahoma"])
    #expect(analysis.entities.first?.links.first?.country == "US")
  }

  @Test(
    "a nationality before other places stays one",
    arguments: ["They saw Norman castles, churches and villages.", "The knight was Norman, Bavaria his refuge."])
  func noTown(_ text: String) { #expect(!names(text).contains("place Norman")) }

  @Test("a nationality and an organization are an organization") func branch() {
    #expect(names("The Austrian Red Cross sent doctors to the border.") == ["organization Austrian Red Cross"])
    #expect(!names("The Austrian Grand Prix was called off.").contains("organization Austrian Grand Prix"))
  }

  @Test(
    "a nickname in quotation marks is part of the name",
    arguments: [
      ("Robert “Bobby” Castellano was arrested.", "person Robert “Bobby” Castellano"),
      ("Police held Tony “the Wrench” Marino on Monday.", "person Tony “the Wrench” Marino"),
      ("They buried Frank \"Jack\" Brennan in Leeds.", "person Frank \"Jack\" Brennan"),
    ]) func nickname(_ text: String, _ name: String)
  { #expect(names(text).contains(name), "\(names(text))") }

  @Test(
    "other quotations between names are none",
    arguments: [
      "He told Robert “Stop” and left for Leeds.", "Robert said “No, Bobby” to Castellano.", "Robert sang “Harvest” Monday in Leeds.",
      "“I saw Robert” Castellano said.", "The singer Robert began his “Harvest” Tour.",
    ]) func noNickname(_ text: String)
  { #expect(!names(text).contains { $0.contains("“") || $0.contains("”") }, "\(names(text))") }

  @Test("the person keeps the surname alone") func nicknameJoins() {
    let analysis = Samples.analyze("Robert “Bobby” Castellano was arrested. Castellano said nothing.")
    let people = analysis.entities.filter { $0.type == .person }
    #expect(people.count == 1 && people.first?.mentions.count == 2, "\(Samples.entityNames(analysis))")
  }

  @Test("many nicknames take their time only once") func manyNicknames() {
    let text = String(repeating: "They said that Robert “Bobby” Castellano had met Tony “the Wrench” Marino. ", count: 4000)
    #expect(Samples.analyze(text).mentions.filter { $0.tokens.count > 4 }.count == 8000)
  }

  @Test("a month behind a title is a person, one with a number is not") func titledMonth() {
    #expect(names("Mrs May met voters in May.") == ["person May"])
    #expect(!names("He saw the doctor May 3 in Leeds.").contains("person May"))
    #expect(!names("They met in May.").contains("person May"))
  }

  @Test("May by herself is who was named before; the month stays a month") func monthSurname() {
    func mays(_ text: String) -> [String] {
      let analysis = Samples.analyze(text)
      return analysis.mentions.filter { $0.form == .name && analysis.entities[Int($0.entity)].type == .person }.map {
        analysis.article.text($0.span)
      }
    }
    #expect(mays("Mrs May met voters. May said the vote in May was fair.") == ["May", "May"])
    #expect(mays("Theresa May met voters. May’s party lost on May 3. Last May it won.") == ["Theresa May", "May"])
    #expect(mays("Theresa May met voters. May also resigned. May was cold.") == ["Theresa May", "May"])
    #expect(mays("In May, voters left. May said nothing new.").isEmpty)
  }
}
