import ArgumentParser
import Dateline
import Glibc

@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dateline-bench",
    abstract: "Speed of each stage and of the whole, beside ICU's own word iteration over the same text in the same process.")

  @Argument(help: "Text or JSON Lines files (default: Benchmarks/Articles/*.txt).")
  var files: [String] = []

  @Option(help: "Repeat the files up to this many megabytes.")
  var megabytes: Double = 4

  @Option(help: "Passes over the text; the median counts.")
  var rounds: Int = 5

  @Option(help: "Show this stage only (tokens, sentences, …, repair, json, whole).")
  var stage: String?

  @Option(help: "Highest number of threads for the scaling figure.")
  var threads: Int = 2

  func run() throws {
    let opened = Clock.wall()
    let gazetteer = try GazetteerFile.standard()
    let openedTime = Clock.wall() - opened
    let started = Clock.wall()
    let worker = try Worker(gazetteer)
    let startedTime = Clock.wall() - started
    let corpus = try Corpus(paths: files.isEmpty ? Self.articles() : files, megabytes: megabytes)
    let cold = Clock.wall()
    _ = worker.pass(corpus.texts[..<1], measuresFloor: false)
    let coldTime = Clock.wall() - cold

    var all: [Times] = []
    var counts: Counts?
    for _ in 0..<max(1, rounds) {
      let (times, found) = worker.pass(corpus.texts[...])
      if let counts, counts != found { throw BenchmarkError("two passes counted differently: \(counts) and \(found)") }
      counts = found
      all.append(times)
    }
    guard let counts, counts.tokens > 0, counts.sentences > 0, counts.segments > counts.tokens / 2, counts.json > 0 else {
      throw BenchmarkError("nothing was found: \(String(describing: counts))")
    }
    print(
      "\(corpus.texts.count) texts, \(corpus.bytes) bytes, \(counts.tokens) tokens, \(counts.sentences) sentences, \(counts.matches) matches,"
    )
    print(
      "\(counts.values) values, \(counts.mentions) mentions, \(counts.entities) entities, \(counts.quotes) quotes, \(counts.facts) facts, \(counts.json) bytes of JSON"
    )
    print(
      "open gazetteer \(Self.decimal(Double(openedTime) / 1e6, 2)) ms, make extractor \(Self.decimal(Double(startedTime) / 1e6, 2)) ms, first article \(Self.decimal(Double(coldTime) / 1e6, 2)) ms, peak memory \(Self.decimal(Clock.peakMemory(), 0)) MB"
    )
    print(Self.row(["stage", "MB/s", "ns/token", "of ICU's speed"]))
    let floor = Self.median(all.map(\.floor))
    func show(_ name: String, _ value: Int64) {
      guard stage == nil || stage == name else { return }
      let seconds = Double(max(1, value)) / 1e9
      print(
        Self.row([
          name, Self.decimal(Double(corpus.bytes) / 1e6 / seconds, 1), Self.decimal(Double(value) / Double(counts.tokens), 1),
          Self.decimal(Double(floor) / Double(max(1, value)), 2),
        ]))
    }
    show("icu", floor)
    show("repair", Self.median(all.map(\.repair)))
    for (index, one) in Extractor.Stage.allCases.enumerated() { show(one.rawValue, Self.median(all.map { $0.stages[index] })) }
    show("json", Self.median(all.map(\.json)))
    show("whole", Self.median(all.map(\.whole)))
    try scaling(corpus, gazetteer)
  }

  /// Wall time of the whole with one thread and with more, the texts dealt out in equal parts.
  private func scaling(_ corpus: Corpus, _ gazetteer: GazetteerFile) throws {
    guard stage == nil, threads > 1 else { return }
    for count in 1...threads {
      let before = Clock.wall()
      let running = (0..<count).map { index in
        let low = corpus.texts.count * index / count
        let high = corpus.texts.count * (index + 1) / count
        return Thread { if let worker = try? Worker(gazetteer) { _ = worker.pass(corpus.texts[low..<high], measuresFloor: false) } }
      }
      for thread in running { thread.join() }
      let seconds = Double(Clock.wall() - before) / 1e9
      print(
        "\(count) thread\(count == 1 ? "" : "s"): \(Self.decimal(Double(corpus.bytes) / 1e6 / seconds, 1)) MB/s wall, peak memory \(Self.decimal(Clock.peakMemory(), 0)) MB"
      )
    }
  }

  private static func median(_ values: [Int64]) -> Int64 { values.sorted()[values.count / 2] }

  private static func decimal(_ value: Double, _ places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let rounded = Int((value * Double(scale)).rounded())
    guard places > 0 else { return "\(rounded)" }
    let fraction = String(rounded % scale)
    return "\(rounded / scale)." + String(repeating: "0", count: places - fraction.utf8.count) + fraction
  }

  private static func row(_ fields: [String]) -> String {
    fields.enumerated().map { index, field in
      let padding = String(repeating: " ", count: max(0, (index == 0 ? 14 : 16) - field.utf8.count))
      return index == 0 ? field + padding : padding + field
    }.joined()
  }

  /// The sample articles beside this package.
  private static func articles() throws -> [String] {
    for folder in ["Benchmarks/Articles", "Articles"] {
      guard let handle = opendir(folder) else { continue }
      defer { closedir(handle) }
      var found: [String] = []
      while let entry = readdir(handle) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name.hasSuffix(".txt") { found.append(folder + "/" + name) }
      }
      if !found.isEmpty { return found.sorted() }
    }
    throw BenchmarkError("no Benchmarks/Articles/*.txt here; name files to measure on")
  }
}
