import CICU

/// The span model's weights: for each feature what it says for and against each type, in log-odds, in both passes.
///
/// Read from `Gazetteers/weights/names.tsv`, which our own script fits and people review. The table carries each feature's number beside its
/// name, so that opening it needs no names; a test holds the two together.
struct NameWeights {
  /// The rows by feature, as addresses.
  let rows: WeightRows
  private let memory: Memory
  /// What the second pass's own features can add at most, for spans of one token and of several.
  private let mostOfSingle: UInt64
  private let mostOfSeveral: UInt64

  /// Owns the rows, and the evidence made so far: a few features are that of most mentions.
  private final class Memory {
    let numbers: UnsafeMutablePointer<UInt16>
    let rows: UnsafeMutablePointer<SpanScore>
    let uses: UnsafeMutablePointer<SpanScore>
    private let ranges: [Range<Int32>]
    private let table: UnsafeBufferPointer<UInt8>
    /// Evidence made so far, without its weight; nil for the others.
    private let evidence: UnsafeMutablePointer<Evidence?>

    init(_ table: UnsafeBufferPointer<UInt8>) {
      self.table = table
      // `WeightRows.none` stands before the first feature.
      let before = UnsafeMutablePointer<UInt16>.allocate(capacity: FeatureTemplate.count + 1)
      before.initialize(repeating: 0, count: FeatureTemplate.count + 1)
      numbers = before + 1
      var found: [SpanScore] = [.zero]
      var ranges: [Range<Int32>] = [0..<0]
      let numbers = numbers
      NameWeights.read(table) { feature, name, weights in
        guard feature >= 0, feature < FeatureTemplate.count, found.count <= Int(UInt16.max) else { return }
        numbers[feature] = UInt16(found.count)
        found.append(weights)
        ranges.append(name)
      }
      rows = .allocate(capacity: found.count)
      rows.initialize(from: found, count: found.count)
      self.ranges = ranges
      uses = WeightRows.sums(ofUses: WeightRows(numbers: numbers, rows: rows, uses: rows))
      evidence = .allocate(capacity: found.count)
      evidence.initialize(repeating: nil, count: found.count)
    }

    deinit {
      (numbers - 1).deallocate()
      rows.deallocate()
      uses.deallocate()
      evidence.deallocate()
    }

    @inline(__always)
    func evidence(of feature: Int) -> Evidence { evidence[Int(numbers[feature])] ?? make(feature) }

    @inline(__always)
    func fetchEvidence(of feature: Int) { cicu_prefetch(evidence + Int(numbers[feature])) }

    @inline(never)
    private func make(_ feature: Int) -> Evidence {
      let number = Int(numbers[feature])
      let range = ranges[number]
      let name = Label(String(decoding: table[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self))
      let made = Evidence(NameWeights.kind(feature), name)
      evidence[number] = made
      return made
    }
  }

  static let path = "weights/names.tsv"

  init(_ gazetteer: GazetteerFile) {
    memory = Memory(gazetteer.table(NameWeights.path) ?? UnsafeBufferPointer(start: nil, count: 0))
    rows = WeightRows(numbers: memory.numbers, rows: memory.rows, uses: memory.uses)
    let single =
      rows.most(of: .passPhrase, 0..<12) &+ rows.most(ofAll: .passAny, 0..<4) &+ rows.most(ofAll: .passIn, 0..<12)
      &+ rows.most(of: .passNone, 0..<3)
    let several =
      rows.most(of: .passPhrase, 12..<24) &+ rows.most(ofAll: .passAny, 4..<8) &+ rows.most(of: .passLast, 0..<5)
      &+ rows.most(of: .passFirst, 0..<5)
    mostOfSingle = unsafeBitCast(single, to: UInt64.self)
    mostOfSeveral = unsafeBitCast(several, to: UInt64.self)
  }

  /// What the features of `SpanFeatures.second` can add at most to each type's score, never below zero.
  @inline(__always)
  func mostOfSecond(isSingle: Bool) -> SIMD4<Int16> { unsafeBitCast(isSingle ? mostOfSingle : mostOfSeveral, to: SIMD4<Int16>.self) }

  /// The feature as evidence, without its weight; of no name where the table has no weight for it.
  @inline(__always)
  func evidence(of feature: Int) -> Evidence { memory.evidence(of: feature) }

  /// Asks for the memory of what `evidence` gives.
  @inline(__always)
  func fetchEvidence(of feature: Int) { memory.fetchEvidence(of: feature) }

  /// What the feature is evidence of: the gazetteer, the document, or form and context.
  private static func kind(_ feature: Int) -> Evidence.Kind {
    let bases = FeatureBases.shared
    if feature >= bases[.documentStart] { return .document }
    return feature >= bases[.gazetteer] ? .gazetteer : .rule
  }

  /// Reads "name, number, eight weights" line by line; the header line has no number and is passed over.
  static func read(_ table: UnsafeBufferPointer<UInt8>, _ body: (_ number: Int, _ name: Range<Int32>, _ weights: SpanScore) -> Void) {
    var at = 0
    while at < table.count {
      let start = at
      while at < table.count, table[at] != 9, table[at] != 10 { at += 1 }
      let name = Int32(start)..<Int32(at)
      var number = -1
      var weights = SpanScore.zero
      var column = -1
      while at < table.count, table[at] == 9 {
        let value = decimal(table, &at)
        if column < 0 {
          number = value.isEmpty ? -1 : Int(value.number)
        } else if column < 8 {
          weights[column] = Int16(max(-600, min(600, (value.number * 100).rounded())))
        }
        column += 1
      }
      while at < table.count, table[at] != 10 { at += 1 }
      at += 1
      if number >= 0 { body(number, name, weights) }
    }
  }

  /// A decimal number such as "-1.25" between the tab at `at` and the next tab or line end; stops at the first other byte.
  @inline(__always)
  private static func decimal(_ table: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> (number: Float, isEmpty: Bool) {
    at += 1
    var digits: Int = 0
    var scale: Int = 0
    var isNegative = false
    var isEmpty = true
    while at < table.count, table[at] != 9, table[at] != 10 {
      let byte = table[at]
      if byte == UInt8(ascii: "-") {
        isNegative = true
      } else if byte == UInt8(ascii: ".") {
        scale = 1
      } else if byte &- 48 < 10, digits < 1 << 40 {
        digits = digits * 10 + Int(byte - 48)
        scale *= 10
        isEmpty = false
      }
      at += 1
    }
    let value = Float(digits) / Float(max(1, scale))
    return (isNegative ? -value : value, isEmpty)
  }
}

/// Sums of weights in hundredths, so that they are exact in any order: person, place, organization, other in the first pass, then the same in
/// the second. No weight is above 6 and no span has more than some fifty features, so that 16 bits hold every sum.
typealias SpanScore = SIMD8<Int16>

/// Weights by feature: few features have any, so a small number leads to each one's row, and all that the model asks for stays in the cache.
struct WeightRows {
  /// The row's number for each feature; 0, a row of zeros, for a feature without weights.
  let numbers: UnsafePointer<UInt16>
  let rows: UnsafePointer<SpanScore>
  /// Sums of the features of `documentSingle`, for each half of the bits of a word's uses: so many for the lower half, then for the upper one.
  fileprivate let uses: UnsafePointer<SpanScore>
  private static let halfOfUses: UInt16 = 6

  /// No feature: its row is zeros.
  static let none = -1

  /// The sum of the features that stand for a word's uses.
  @inline(__always)
  func sum(ofUses bits: UInt16) -> SpanScore {
    let low = bits & (1 &<< WeightRows.halfOfUses &- 1)
    let high = bits &>> WeightRows.halfOfUses
    return uses[Int(low)] &+ uses[Int(1 &<< WeightRows.halfOfUses &+ high)]
  }

  fileprivate static func sums(ofUses rows: WeightRows) -> UnsafeMutablePointer<SpanScore> {
    let size = 1 << Int(halfOfUses)
    assert(FeatureTemplate.documentSingle.size <= 2 * Int(halfOfUses))
    let sums = UnsafeMutablePointer<SpanScore>.allocate(capacity: 2 * size)
    for half in 0..<2 {
      for bits in 0..<size {
        var sum = SpanScore.zero
        for bit in 0..<Int(halfOfUses) where bits >> bit & 1 != 0 {
          sum &+= rows[FeatureTemplate.documentSingle.base + half * Int(halfOfUses) + bit]
        }
        sums[half * size + bits] = sum
      }
    }
    return sums
  }

  @inline(__always) subscript(_ feature: Int) -> SpanScore { rows[Int(numbers[feature])] }

  /// The most that one of a template's features can add to each type's score in the second pass; zero where all of them speak against it.
  fileprivate func most(of template: FeatureTemplate, _ values: Range<Int>) -> SIMD4<Int16> {
    values.reduce(.zero) { pointwiseMax($0, self[template.base + $1].highHalf) }
  }

  /// The most that all of them together can add.
  fileprivate func most(ofAll template: FeatureTemplate, _ values: Range<Int>) -> SIMD4<Int16> {
    values.reduce(.zero) { $0 &+ pointwiseMax(.zero, self[template.base + $1].highHalf) }
  }

  /// One lane of a row.
  @inline(__always)
  subscript(_ feature: Int, _ lane: Int) -> Int16 {
    UnsafeRawPointer(rows + Int(numbers[feature])).load(fromByteOffset: lane &* 2, as: Int16.self)
  }
}
