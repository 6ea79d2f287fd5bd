/// Receives the features of one span.
protocol FeatureSink {
  /// Feature number `feature` holds, if it is `wanted`: asked without a branch, since what holds of names comes as it pleases.
  mutating func add(_ feature: Int, if wanted: Bool)
  /// All features of one part of a reading hold.
  mutating func add(_ part: ReadingPart, of reading: Int32)
  /// The article uses the word so; `base` is the feature of the first use.
  mutating func add(uses: UInt16, from base: Int)
}

extension FeatureSink {
  /// Feature number `feature` holds.
  @inline(__always) mutating func add(_ feature: Int) { add(feature, if: true) }

  @inline(__always)
  mutating func add(uses: UInt16, from base: Int) { add(bits: UInt64(uses), from: base) }

  /// Adds `base` plus the number of each bit.
  @inline(__always)
  mutating func add(bits: UInt64, from base: Int) {
    var rest = bits
    while rest != 0 {
      add(base &+ rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }

  /// Adds a feature for each class of a word, and for each bit of `NameExtra` behind them.
  @inline(__always)
  mutating func add(_ classes: WordClassSet, _ extra: UInt16, from base: Int) {
    // Most words of names have no class.
    if !classes.isEmpty {
      add(bits: classes.low, from: base)
      add(bits: classes.high, from: base + 64)
    }
    add(bits: UInt64(extra), from: base + 128)
  }

  /// Length and line of a span.
  @inline(__always)
  mutating func addForm(length: Int, _ line: EvidenceCollector.Line, _ bases: FeatureBases) {
    let many = length > 1 ? 1 : 0
    add(bases[.any] &+ many)
    add(bases[.length] &+ min(length, 6) &- 1)
    add(bases[.line] &+ (line == .capitals ? 0 : 2) &+ many, if: line != .running)
  }

  /// What heads a span holds, and how many of its tokens are parts of known names.
  @inline(__always)
  mutating func addWords(_ heads: WordClassSet, names: Int, length: Int, _ bases: FeatureBases) {
    add(heads, 0, from: bases[.classHas])
    add(bases[.classHas] &+ 143, if: heads.isEmpty)
    add(bases[.nameCount] &+ (names == length ? 0 : names > 0 ? 1 : 2))
  }
}

/// Adds the weights up.
struct ScoreSink: FeatureSink {
  let rows: WeightRows
  /// Sums of the readings' parts.
  let parts: UnsafePointer<SpanScore>
  var sum: SpanScore = .zero

  @inline(__always) mutating func add(_ feature: Int, if wanted: Bool) { sum &+= rows[wanted ? feature : WeightRows.none] }
  @inline(__always) mutating func add(uses: UInt16, from base: Int) { sum &+= rows.sum(ofUses: uses) }
  @inline(__always) mutating func add(_ part: ReadingPart, of reading: Int32) { sum &+= parts[TokenReadings.index(part, of: reading)] }
}

/// Keeps the two features that say most for one type in the second pass; among equals the one of the lower number.
struct StrongestSink: FeatureSink {
  let rows: WeightRows
  let parts: StrongestParts
  /// The type, 0-3.
  let type: Int
  private(set) var found = StrongestFeatures()

  init(rows: WeightRows, parts: StrongestParts, type: Int) {
    self.rows = rows
    self.parts = parts
    self.type = type
  }

  @inline(__always)
  mutating func add(_ feature: Int, if wanted: Bool) {
    let new = WeighedFeature(feature, rows[wanted ? feature : WeightRows.none, type &+ 4])
    // Hardly ever, once the readings' parts are in.
    if new > found.second { found.add(new) }
  }
  @inline(__always) mutating func add(_ part: ReadingPart, of reading: Int32) {
    found.add(parts.find(part, of: reading, type: type, rows))
  }
}

/// The strongest features of many, and the next.
struct StrongestFeatures {
  private(set) var first = WeighedFeature.none
  private(set) var second = WeighedFeature.none

  /// Stands for features that nobody has looked at.
  static let unknown = StrongestFeatures(first: .unknown, second: .unknown)
  @inline(__always) var isKnown: Bool { first >= .none }

  @inline(__always) mutating func add(_ new: WeighedFeature) {
    second = max(second, min(first, new))
    first = max(first, new)
  }

  @inline(__always) mutating func add(_ other: StrongestFeatures) {
    second = max(max(second, other.second), min(first, other.first))
    first = max(first, other.first)
  }
}

/// A feature with what it says for one type, in hundredths: one integer that orders by weight, so that keeping the strongest takes no branch.
struct WeighedFeature: Comparable {
  private let key: Int32
  /// Feature numbers have so many bits.
  static let bits: Int32 = 15

  /// No feature; weaker than any that speaks for its type.
  static let none = WeighedFeature(0, 0)
  /// Weaker than all.
  fileprivate static let unknown = WeighedFeature(key: .min)

  private init(key: Int32) { self.key = key }

  @inline(__always) init(_ feature: Int, _ weight: Int16) {
    key = Int32(weight) &<< WeighedFeature.bits &- Int32(truncatingIfNeeded: feature)
  }

  /// Whether it speaks for the type at all.
  @inline(__always) var isSome: Bool { key > 0 }
  private var hundredths: Int32 { (key + 1 << WeighedFeature.bits - 1) >> WeighedFeature.bits }
  var weight: Float { Float(hundredths) / 100 }
  var feature: Int { Int(hundredths << WeighedFeature.bits - key) }

  @inline(__always) static func < (a: WeighedFeature, b: WeighedFeature) -> Bool { a.key < b.key }
}

/// Keeps the numbers: for fitting.
struct ListSink: FeatureSink {
  let readings: TokenReadings
  var features: [Int32] = []

  init(_ readings: TokenReadings) { self.readings = readings }

  mutating func add(_ feature: Int, if wanted: Bool) {
    if wanted { features.append(Int32(truncatingIfNeeded: feature)) }
  }
  mutating func add(_ part: ReadingPart, of reading: Int32) { readings[reading].add(part, into: &self) }
}

/// Bases of the templates as one address, so that no loop asks for a global or counts references. Lives as long as the process.
struct FeatureBases: @unchecked Sendable {
  private let bases: UnsafePointer<Int>
  static let shared = FeatureBases()

  private init() {
    precondition(FeatureTemplate.count < 1 << Int(WeighedFeature.bits))
    let copy = UnsafeMutablePointer<Int>.allocate(capacity: FeatureTemplate.bases.count)
    copy.initialize(from: FeatureTemplate.bases, count: FeatureTemplate.bases.count)
    bases = UnsafePointer(copy)
  }

  @inline(__always) subscript(_ template: FeatureTemplate) -> Int { bases[template.rawValue] }
}
