/// Receives the features of one span.
protocol FeatureSink {
  /// Feature number `feature` holds.
  mutating func add(_ feature: Int)
}

extension FeatureSink {
  /// Adds `base` plus the number of each bit.
  @inline(__always)
  mutating func add(bits: UInt64, from base: Int) {
    var rest = bits
    while rest != 0 {
      add(base + rest.trailingZeroBitCount)
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
}

/// Adds the weights up.
struct ScoreSink: FeatureSink {
  let rows: WeightRows
  var sum: SpanScore = .zero

  @inline(__always) mutating func add(_ feature: Int) { sum &+= rows[feature] }
}

/// Keeps the two features that say most for one type; among equals the one of the lower number.
struct StrongestSink: FeatureSink {
  let rows: WeightRows
  /// The type's lane in a row.
  let lane: Int
  private(set) var first = WeighedFeature.none
  private(set) var second = WeighedFeature.none

  init(rows: WeightRows, lane: Int) {
    self.rows = rows
    self.lane = lane
  }

  @inline(__always) mutating func add(_ feature: Int) {
    let new = WeighedFeature(feature, rows[feature][lane])
    second = max(second, min(first, new))
    first = max(first, new)
  }
}

/// A feature with what it says for one type, in hundredths: one integer that orders by weight, so that keeping the strongest takes no branch.
struct WeighedFeature: Comparable {
  private let key: Int

  /// No feature; weaker than any that speaks for its type.
  static let none = WeighedFeature(0, 0)

  @inline(__always) init(_ feature: Int, _ weight: Int16) { key = Int(weight) << 32 - feature }

  /// Whether it speaks for the type at all.
  @inline(__always) var isSome: Bool { key > 0 }
  var weight: Float { Float((key + 0xFFFF_FFFF) >> 32) / 100 }
  var feature: Int { (((key + 0xFFFF_FFFF) >> 32) << 32) - key }

  @inline(__always) static func < (a: WeighedFeature, b: WeighedFeature) -> Bool { a.key < b.key }
}

/// Keeps the numbers: for fitting.
struct ListSink: FeatureSink {
  var features: [Int32] = []
  mutating func add(_ feature: Int) { features.append(Int32(truncatingIfNeeded: feature)) }
}

/// Bases of the templates as one address, so that no loop asks for a global or counts references. Lives as long as the process.
struct FeatureBases: @unchecked Sendable {
  private let bases: UnsafePointer<Int>
  static let shared = FeatureBases()

  private init() {
    let copy = UnsafeMutablePointer<Int>.allocate(capacity: FeatureTemplate.bases.count)
    copy.initialize(from: FeatureTemplate.bases, count: FeatureTemplate.bases.count)
    bases = UnsafePointer(copy)
  }

  @inline(__always) subscript(_ template: FeatureTemplate) -> Int { bases[template.rawValue] }
}
