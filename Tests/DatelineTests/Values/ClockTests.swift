import Testing

@testable import Dateline

@Suite("Times of day") struct ClockTests {
  @Test(
    "clock times",
    arguments: [
      ("The bells rang at seven o'clock.", "time seven o'clock = 2025-06-04T07"),
      ("The bells rang at 8 o’clock in the evening.", "time 8 o’clock in the evening = 2025-06-04T20"),
      ("The shop opens at 9 in the morning.", "time 9 in the morning = 2025-06-04T09"),
      ("The fire began at about 11 at night.", "time 11 at night = 2025-06-04T23"),
      ("The ferry sails at half past three.", "time half past three = 2025-06-04T03:30"),
      ("The ferry sails at half past 3 pm.", "time half past 3 pm = 2025-06-04T15:30"),
      ("It began at a quarter to five.", "time a quarter to five = 2025-06-04T04:45"),
      ("It began at ten past 9 in the evening.", "time ten past 9 in the evening = 2025-06-04T21:10"),
      ("The train left 20 minutes to noon.", "time 20 minutes to noon = 2025-06-04T11:40"),
      ("The quake struck at 15:23:24.", "time 15:23:24 = 2025-06-04T15:23:24"),
      ("The match starts at 20h30.", "time 20h30 = 2025-06-04T20:30"), ("Doors close at 3:20p.", "time 3:20p = 2025-06-04T15:20"),
      ("They woke at three am.", "time three am = 2025-06-04T03"),
      ("He rose at ten thirty a.m. today.", "time ten thirty a.m. today = 2025-06-04T10:30"),
    ]) func clock(_ text: String, _ expected: String)
  { #expect(ValueText.calendar(text).contains(expected)) }

  @Test(
    "times with their day",
    arguments: [
      ("The vote is on Monday at 9.", "time Monday at 9 = 2025-06-02T09"),
      ("She spoke this morning at 10.", "time this morning at 10 = 2025-06-04T10"),
      ("They met last night at 8.", "time last night at 8 = 2025-06-03T20"),
      ("They will play at 8 tonight.", "time 8 tonight = 2025-06-04T20"),
      ("The bus leaves at 9 tomorrow morning.", "time 9 tomorrow morning = 2025-06-05T09"),
      ("A blast was heard at 10 pm last night.", "time 10 pm last night = 2025-06-03T22"),
      ("A boat sank at 10.45am, Monday, June 2.", "time 10.45am, Monday, June 2 = 2025-06-02T10:45"),
    ]) func days(_ text: String, _ expected: String)
  { #expect(ValueText.calendar(text).contains(expected)) }

  @Test(
    "no times",
    arguments: [
      "The blast killed 3 in the morning rush.", "It seats five to seven guests.", "They lost ten to 12 goats.",
      "He won three past winners’ medals.",
      "The gale felled 9 at the school.", "Half the village fled.",
    ]) func none(_ text: String)
  { #expect(!ValueText.calendar(text).contains { $0.hasPrefix("time") }) }

  @Test("an hour behind a day is none where it counts things") func counted() {
    #expect(ValueText.calendar("The strike began on Monday at 9 schools.").contains("date Monday = 2025-06-02"))
  }
}
