/// Finds headline, byline, dateline, captions, copyright line and related stories.
struct ZoneFinder {
  let gazetteer: GazetteerFile

  init(gazetteer: GazetteerFile) { self.gazetteer = gazetteer }

  func run(_ analysis: inout Analysis) {}
}
