/// Finds typed facts.
struct FactFinder {
  let gazetteer: GazetteerFile

  init(gazetteer: GazetteerFile) { self.gazetteer = gazetteer }

  func run(_ analysis: inout Analysis) {}
}
