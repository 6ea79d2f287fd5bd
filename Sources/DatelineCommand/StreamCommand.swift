import ArgumentParser
import Dateline

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `dateline stream`: JSON Lines in, one graph a line out, in input order.
struct StreamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream", abstract: "JSON Lines on standard input, one article graph a line on standard output, in input order.",
    discussion: """
      Input: {"id": …, "text": …} and, optionally, title, published (ISO 8601), url, language. A line that is no such object gives
      {"error": {"line": n, "message": …}} in its place.

      EXAMPLES
        dateline stream --threads 4 < articles.jsonl > graphs.jsonl
      """)

  @Option(help: "Worker threads; default: all cores. The output is the same for any number.") var threads: Int?
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if let threads, !(1...256).contains(threads) { throw ValidationError("--threads \(threads): expected a number from 1 to 256") }
  }

  func run() throws {
    let gazetteer = try shared.openGazetteer().resident()
    let rules = try shared.openRules(gazetteer)
    let count = threads ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    let stream = ParallelStream(threads: count) {
      StreamProcessor(gazetteer: gazetteer, rules: rules, options: shared.graph, published: shared.date)
    }
    if !stream.run() { throw ExitCode(1) }
  }
}
