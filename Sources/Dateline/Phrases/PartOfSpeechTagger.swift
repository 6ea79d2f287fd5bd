/// Chooses each token's part of speech by its context.
struct PartOfSpeechTagger {
  let gazetteer: GazetteerFile

  init(gazetteer: GazetteerFile) { self.gazetteer = gazetteer }

  func run(_ analysis: inout Analysis) {}
}
