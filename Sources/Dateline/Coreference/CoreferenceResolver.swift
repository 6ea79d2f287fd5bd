/// Resolves pronouns and nominals to entities.
struct CoreferenceResolver {
  let gazetteer: GazetteerFile

  init(gazetteer: GazetteerFile) { self.gazetteer = gazetteer }

  func run(_ analysis: inout Analysis) {}
}
