/// What the writer shall write.
public struct GraphOptions: Sendable {
  public var offsets: OffsetUnit = .scalar
  /// Mentions below are dropped, and what loses all of them.
  public var minimumConfidence: Float = 0
  /// Names of layers to write ("people", "money", "quotes", …); empty: all.
  public var only: Set<String> = []
  public init() {}
}

/// Writes an analysis as one JSON object, `dateline.graph/1`.
///
/// Ids count from 1 in text order of the first mention; arrays stand in text order; single values that are unknown are left out.
public struct GraphWriter: Sendable {
  let options: GraphOptions
  private let version: String
  private let icu: String
  private let gazetteerHash: String
  private let rulesHash: String
  private let names = GraphNames()

  public static let engineVersion = "0.1.0"
  /// The version of the ICU that this process runs with.
  public static var icuVersion: String { WordBreaker.icuVersion }

  public init(gazetteer: GazetteerFile, rules: UserRules? = nil, options: GraphOptions = GraphOptions()) {
    self.options = options
    version = GraphWriter.engineVersion
    icu = WordBreaker.icuVersion
    gazetteerHash = gazetteer.hash
    rulesHash = EngineRules.hash(rules)
  }

  /// Appends the object to `output`.
  public func write(_ analysis: borrowing Analysis, into output: inout JSONOutput) {
    withUnsafePointer(to: analysis) { write(at: $0, into: &output) }
  }

  /// Appends the object of the analysis at an address: for one that lies in an array, which would be copied first.
  func write(at address: UnsafePointer<Analysis>, into output: inout JSONOutput) {
    var run = GraphRun(
      analysis: address, graph: GraphSelection(at: address, options),
      map: OffsetMap(address.pointee.article.bytes, repairs: address.pointee.article.repairs, unit: options.offsets),
      text: address.pointee.article.bytes.elements, names: names, output: output)
    run.output.beginObject()
    head(&run)
    run.zonesAndSentences()
    run.entities()
    run.values()
    run.quotes()
    run.marked()
    run.facts()
    run.diagnostics()
    run.output.endObject()
    output = run.output
  }

  private func head(_ run: inout GraphRun) {
    run.output.key("schema")
    run.output.string("dateline.graph/1")
    run.output.key("id")
    run.output.string(run.analysis.pointee.article.id)
    run.output.key("offsets")
    run.output.string(options.offsets.rawValue)
    run.output.key("language")
    run.output.string(run.analysis.pointee.language)
    run.output.key("engine")
    run.output.beginObject()
    run.output.key("version")
    run.output.string(version)
    run.output.key("icu")
    run.output.string(icu)
    run.output.key("gazetteer")
    run.output.string(gazetteerHash)
    run.output.key("rules")
    run.output.string(rulesHash)
    run.output.endObject()
    run.article()
  }
}
