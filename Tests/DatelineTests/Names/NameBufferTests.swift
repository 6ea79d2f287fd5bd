import Testing

@testable import Dateline

@Suite("Buffers of the names")
struct NameBufferTests {
  @Test("sums of readings stay where room is made for more")
  func readingScores() {
    var scores = ReadingScores(capacity: 2)
    defer { scores.deallocate() }
    for number in 0..<9 {
      scores.reserve(number)
      for part in ReadingPart.allCases {
        scores.sums[TokenReadings.index(part, of: Int32(number))] = SpanScore(repeating: Int16(number * 10 + part.rawValue))
      }
    }
    for number in 0..<9 {
      for part in ReadingPart.allCases {
        #expect(scores.sums[TokenReadings.index(part, of: Int32(number))] == SpanScore(repeating: Int16(number * 10 + part.rawValue)))
      }
    }
    // What a reading adds as a neighbour lies in one line of the cache.
    #expect(UInt(bitPattern: scores.sums) % 64 == 0)
  }

  @Test("a value that is not wanted leaves its column as it was")
  func appending() {
    var column = Column<Int>(capacity: 1)
    defer { column.deallocate() }
    for number in 0..<100 { column.append(number, if: number % 3 == 0) }
    #expect(Array(column.elements) == Array(stride(from: 0, to: 100, by: 3)))
  }

  @Test("what a reading proposes: weak surfaces hint at a type, and a person's alias of one word is told apart")
  func proposals() {
    let classes = GazetteerClasses(Samples.gazetteer.names)
    #expect(classes.proposed(.country, [], isSingle: 1) == GazetteerClass.country.bit)
    #expect(classes.proposed(.country, .alias, isSingle: 1) == GazetteerClass.country.bit)
    #expect(classes.proposed(.country, .weak, isSingle: 0) == GazetteerClass.weakPlace.bit)
    #expect(classes.proposed(.company, [.weak, .alias], isSingle: 1) == GazetteerClass.weakOrganization.bit)
    #expect(classes.proposed(.person, .alias, isSingle: 1) == GazetteerClass.personAlias.bit)
    #expect(classes.proposed(.person, .alias, isSingle: 0) == GazetteerClass.person.bit)
    #expect(classes.proposed(.person, [.weak, .alias], isSingle: 1) == GazetteerClass.weakPerson.bit)
    #expect(classes.proposed(.other, [], isSingle: 1) == 0)
    #expect(classes.proposed(.other, .weak, isSingle: 1) == GazetteerClass.weakOther.bit)
  }
}
