/// Finds quotations and their speakers.
struct QuoteFinder {
  let gazetteer: GazetteerFile

  init(gazetteer: GazetteerFile) { self.gazetteer = gazetteer }

  func run(_ analysis: inout Analysis) {}
}
