import ArgumentParser
import Dateline

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs an extractor over files and writes what a command makes of each.
struct FileRunner {
  /// What stands around the parts of several inputs on one stream.
  struct Frame {
    var before: String
    var between: String
    var after: String

    static let none = Frame(before: "", between: "", after: "")
    /// A JSON array.
    static let array = Frame(before: "[", between: ",", after: "]\n")
  }

  let shared: SharedOptions
  let files: FileOptions
  /// Ending of the files that `--output` makes.
  let ending: String
  var frame = Frame.none
  /// Stands at the head of every output file, and once on standard output.
  var header: [UInt8] = []

  /// Takes bytes that are to be written, in order.
  typealias Sink = (UnsafeRawBufferPointer) -> Void

  /// - Parameter inParts: `body` is called for each part of a long text and gets tokens and phrases (`Extractor.analyzeParts`).
  /// - Throws: `ExitCode(1)` when an input could not be read; all others are done first.
  func run(inParts: Bool = false, _ body: (Analysis, Engine) -> [UInt8]) throws {
    try run(inParts: inParts) { analysis, engine, sink in body(analysis, engine).withUnsafeBytes(sink) }
  }

  /// The same for what is written piece by piece.
  func run(inParts: Bool = false, _ body: (Analysis, Engine, @escaping Sink) -> Void) throws {
    let engine = try Engine(shared)
    let extractor = Extractor(gazetteer: engine.gazetteer, rules: engine.rules)
    let paths = InputFiles.expand(files.files)
    var first = true
    let framed = files.output == nil && paths.count != 1
    if let folder = files.output { mkdir(folder, 0o755) }
    if framed { Output.write(frame.before) }
    if files.output == nil { Output.write(header) }
    var taken: Set<String> = []
    let done = FileRunner.forEachArticle(paths, published: shared.date) { article in
      let path = article.id
      func write(_ sink: @escaping Sink) {
        guard inParts else { return body(extractor.analyze(article), engine, sink) }
        extractor.analyzeParts(article) { part, _ in body(part, engine, sink) }
      }
      guard let folder = files.output else {
        if framed, !first { Output.write(frame.between) }
        write { Output.write($0) }
        first = false
        return true
      }
      let name = path == "-" ? "stdin" : String(path.split(separator: "/").last ?? "input")
      let stem = name.hasSuffix(".txt") ? String(name.dropLast(4)) : name
      let target = folder + "/" + FileRunner.unused(stem, ending, &taken)
      let isWritten = GazetteerFile.write(to: target) { descriptor in
        var isWhole = header.withUnsafeBytes { Output.write($0, to: descriptor) }
        write { isWhole = isWhole && Output.write($0, to: descriptor) }
        return isWhole
      }
      guard isWritten else {
        complain("\(target): cannot be written; check the folder given with --output")
        return false
      }
      return true
    }
    if framed { Output.write(frame.after) }
    if !done { throw ExitCode(1) }
  }

  /// Hands over the articles of files, in order, with a progress bar on the terminal.
  ///
  /// - Parameter body: false when it could not do its work.
  /// - Returns: whether every file could be read and worked on; the others are named on standard error.
  static func forEachArticle(_ paths: [String], published: CalendarDate?, _ body: (Article) throws -> Bool) rethrows -> Bool {
    defer { if Output.showsProgress, paths.count > 1 { Output.error("\r\u{1B}[K") } }
    var done = true
    for (number, path) in paths.enumerated() {
      progress(number, paths.count)
      guard let bytes = InputFiles.read(path) else {
        complain("\(path): cannot be read; expected a text file or a folder of *.txt files")
        done = false
        continue
      }
      if try !body(Article(id: path, input: bytes, published: published)) { done = false }
    }
    return done
  }

  /// The name of an output file; files of one name from several folders are numbered, in the order given.
  private static func unused(_ stem: String, _ ending: String, _ taken: inout Set<String>) -> String {
    var name = stem + ending
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(stem)-\(number)\(ending)"
      number += 1
    }
    return name
  }

  /// A bar on the terminal for many files; nothing when standard error is piped.
  private static func progress(_ done: Int, _ all: Int) {
    guard Output.showsProgress, all > 1 else { return }
    let filled = done * 30 / all
    Output.error("\r[" + String(repeating: "=", count: filled) + String(repeating: " ", count: 30 - filled) + "] \(done) of \(all)")
  }

  /// Writes the graphs as JSON: one object for one input, an array for several; or, as lines, one object a line.
  static func writeJSON(_ shared: SharedOptions, _ files: FileOptions, asLines: Bool = false) throws {
    let runner = FileRunner(shared: shared, files: files, ending: asLines ? ".jsonl" : ".json", frame: asLines ? .none : .array)
    try runner.run { analysis, engine, sink in
      var output = JSONOutput(capacity: FileRunner.writtenAtOnce, sink: sink)
      GraphWriter(gazetteer: engine.gazetteer, rules: engine.rules, options: shared.graph).write(analysis, into: &output)
      output.newline()
      output.flush()
    }
  }

  /// JSON is written out when there are so many bytes of it.
  private static let writtenAtOnce = 1 << 17
}
