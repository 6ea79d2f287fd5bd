/// The span model's weights: for each feature what it says for and against each type, in log-odds, in both passes.
///
/// Read from `Gazetteers/weights/names.tsv`, which our own script fits and people review.
struct NameWeights {
  /// One element a feature: person, place, organization, other in the first pass, then the same in the second.
  let rows: [SIMD8<Float>]

  /// What each feature is evidence of: the gazetteer, the document or a rule of form and context.
  let kinds: [Evidence.Kind]

  static let path = "weights/names.tsv"

  /// For each feature that has a weight, its name; empty strings elsewhere.
  let names: [String]

  init(_ gazetteer: GazetteerFile) {
    (rows, names) = NameWeights.read(gazetteer)
    kinds = names.map { $0.hasPrefix("gazetteer") ? .gazetteer : $0.hasPrefix("document") || $0.hasPrefix("pass") ? .document : .rule }
  }

  private static func read(_ gazetteer: GazetteerFile) -> ([SIMD8<Float>], [String]) {
    var rows = [SIMD8<Float>](repeating: .zero, count: FeatureTemplate.count)
    var names = [String](repeating: "", count: FeatureTemplate.count)
    guard let table = gazetteer.table(NameWeights.path),
      var reader = try? TableReader(
        GazetteerTable(path: NameWeights.path, bytes: table),
        columns: ["feature", "person1", "place1", "organization1", "other1", "person2", "place2", "organization2", "other2"])
    else { return (rows, names) }
    var finder = FeatureNames.Finder()
    while reader.next() {
      let name = reader.string(0)
      guard let number = finder.number(name) else { continue }
      names[number] = name
      for column in 0..<8 { rows[number][column] = NameWeights.decimal(reader.field(column + 1)) }
    }
    return (rows, names)
  }

  /// A decimal number such as "-1.25"; 0 for an empty field.
  private static func decimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Float {
    var value: Float = 0
    var scale: Float = 0
    for byte in bytes {
      if byte == UInt8(ascii: ".") {
        scale = 1
      } else if byte &- 48 < 10 {
        value = value * 10 + Float(byte - 48)
        if scale > 0 { scale *= 10 }
      }
    }
    if scale > 0 { value /= scale }
    return bytes.first == UInt8(ascii: "-") ? -value : value
  }
}
