/// The features of the span model: templates with values, numbered densely.
///
/// A feature's number is its template's base plus its value; its name ("left1=title") is what the weights table and `explain` show.
enum FeatureTemplate: Int, CaseIterable {
  case any, length, line
  case left1, left2, right1, right2, left1Length, right1Length
  case leftClass, leftClassCapital, rightClass, rightClassCapital
  case leftAdjacent, rightAdjacent, leftComma, rightComma, context
  case kindFirst, kindLast, kindPair, groupTriple
  case classFirst, classLast, classMiddle, classHas
  case nameShape, nameCount
  case shapeFirst, shapeLast, riskFirst, riskLast, tagFirst, tagLast, startRisk, lineRisk, allRisky, allUnknown, singleLength
  case insideLeft, insideRight
  case gazetteer, gazetteerSuper, gazetteerPrefix, gazetteerSuffix, gazetteerNone
  case documentStart, documentLow, documentSingle, documentLast, documentPhrase, documentAcronym
  case passPhrase, passAny, passIn, passNone, passLast, passFirst

  /// Values of the template, a flag for spans of one token included where it has one.
  var size: Int {
    let kinds = 64
    let classes = 144
    let names = GazetteerClass.count
    switch self {
    case .any: return 2
    case .length: return 6
    case .line: return 4
    case .left1, .left2, .right1, .right2, .kindLast: return kinds
    case .left1Length, .right1Length, .kindFirst: return kinds * 2
    case .leftClass, .leftClassCapital, .rightClass, .rightClassCapital, .classLast, .classMiddle, .classHas: return classes
    case .classFirst: return classes * 2
    case .leftAdjacent, .rightAdjacent, .kindPair, .insideLeft, .insideRight, .groupTriple: return kinds * kinds
    case .leftComma, .rightComma: return kinds
    case .context: return 8
    case .nameShape: return 16
    case .nameCount: return 3
    case .shapeFirst: return 32
    case .shapeLast: return 16
    case .riskFirst, .startRisk: return 14
    case .riskLast: return 7
    case .lineRisk: return 28
    case .tagFirst: return 80
    case .tagLast: return 40
    case .allRisky: return 6
    case .allUnknown: return 3
    case .singleLength: return 8
    case .gazetteer: return names * 2
    case .gazetteerSuper, .gazetteerPrefix, .gazetteerSuffix: return names
    case .gazetteerNone: return 4
    case .documentStart: return 4
    case .documentLow: return 1
    case .documentSingle: return 12
    case .documentLast: return 2
    case .documentPhrase: return 8
    case .documentAcronym: return 2
    case .passPhrase: return 24
    case .passAny: return 8
    case .passIn: return 12
    case .passNone: return 3
    case .passLast, .passFirst: return 5
    }
  }

  static let bases: [Int] = {
    var bases: [Int] = []
    var total = 0
    for template in allCases {
      bases.append(total)
      total += template.size
    }
    bases.append(total)
    return bases
  }()

  /// Number of features in all.
  static var count: Int { bases[allCases.count] }
  @inline(__always) var base: Int { FeatureTemplate.bases[rawValue] }
}

/// Names for features, both ways.
enum FeatureNames {
  private static let types = ["person", "place", "organization", "other", "none"]

  private static func kind(_ value: Int) -> String { TokenKind(rawValue: UInt8(value)).map { "\($0)" } ?? "k\(value)" }

  private static func word(_ value: Int) -> String {
    if value >= 128 { return NameExtra(rawValue: UInt8(value - 128)).map { "\($0)" } ?? "x\(value)" }
    return WordClass(rawValue: UInt8(value)).map { "\($0)" } ?? "c\(value)"
  }

  private static func single(_ value: Int, _ size: Int, _ name: (Int) -> String) -> String {
    name(value % size) + (value < size ? "|1" : "|n")
  }

  private static func gazetteer(_ value: Int) -> String { GazetteerClass(rawValue: UInt8(value)).map { "\($0)" } ?? "g\(value)" }

  /// The name of one feature.
  static func name(_ feature: Int) -> String {
    var template = FeatureTemplate.any
    for candidate in FeatureTemplate.allCases where candidate.base <= feature { template = candidate }
    return "\(template)=\(value(template, feature - template.base))"
  }

  private static func value(_ template: FeatureTemplate, _ value: Int) -> String {
    switch template {
    case .left1, .left2, .right1, .right2, .kindLast, .leftComma, .rightComma: return kind(value)
    case .left1Length, .right1Length, .kindFirst: return single(value, 64, kind)
    case .leftClass, .leftClassCapital, .rightClass, .rightClassCapital, .classLast, .classMiddle, .classHas: return word(value)
    case .classFirst: return single(value, 144, word)
    case .leftAdjacent, .rightAdjacent, .kindPair, .insideLeft, .insideRight: return kind(value / 64) + "+" + kind(value % 64)
    case .groupTriple: return "\(value / 256)+\(value / 16 % 16)+\(value % 16)"
    case .context:
      return ["apposition", "roleComma", "acronymAfter", "parenthesis", "crossed", "possessiveAfter", "listBefore", "listAfter"][value]
    case .shapeFirst: return single(value, 16) { TokenShapeClass(rawValue: UInt8($0)).map { "\($0)" } ?? "s" }
    case .shapeLast: return TokenShapeClass(rawValue: UInt8(value)).map { "\($0)" } ?? "s"
    case .riskFirst, .startRisk: return single(value, 7) { "\($0)" }
    case .lineRisk: return (value < 14 ? "capitals." : "title.") + single(value % 14, 7) { "\($0)" }
    case .tagFirst: return single(value, 40) { Tag(rawValue: UInt8($0)).map { "\($0)" } ?? "unknown" }
    case .tagLast: return Tag(rawValue: UInt8(value)).map { "\($0)" } ?? "unknown"
    case .gazetteer: return single(value, GazetteerClass.count, gazetteer)
    case .gazetteerSuper, .gazetteerPrefix, .gazetteerSuffix: return gazetteer(value)
    case .documentSingle:
      return ["inOrganization", "inPlace", "inPerson", "inLong", "titled", "said", "inside", "the", "last", "first", "middle", "low"][value]
    case .documentLast: return ["titled", "said"][value]
    case .passPhrase: return types[value / 3 % 4] + "\(value % 3 + 1)" + (value < 12 ? "|1" : "|n")
    case .passAny: return types[value % 4] + (value < 4 ? "|1" : "|n")
    case .passIn: return types[value / 3] + [".first", ".middle", ".last"][value % 3]
    case .passLast, .passFirst: return types[value]
    case .riskLast: return "\(value)"
    case .length: return "\(value + 1)"
    case .passNone, .documentAcronym, .nameCount, .singleLength: return "\(value + 1)"
    case .any, .line, .nameShape, .allRisky, .allUnknown, .gazetteerNone, .documentStart, .documentLow, .documentPhrase: return "\(value)"
    }
  }
}
