import Dateline
import Glibc

/// The texts to measure on: files, repeated until there is enough.
struct Corpus {
  private(set) var texts: [[UInt8]] = []
  private(set) var bytes = 0

  /// - Parameter paths: text files; JSON Lines files count by their `text` when they end in ".jsonl".
  init(paths: [String], megabytes: Double) throws {
    var once: [[UInt8]] = []
    for path in paths {
      let data = try Corpus.read(path)
      if path.hasSuffix(".jsonl") {
        once += Corpus.rows(data)
      } else {
        once.append(data)
      }
    }
    guard !once.isEmpty, once.contains(where: { !$0.isEmpty }) else { throw BenchmarkError("no text in \(paths.joined(separator: ", "))") }
    while Double(bytes) < megabytes * 1e6 {
      for text in once {
        texts.append(text)
        bytes += text.count
      }
    }
  }

  static func read(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw BenchmarkError("cannot read \(path)") }
    defer { fclose(file) }
    var data: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { return data }
      data += chunk[0..<count]
    }
  }

  /// The value of "text" in each line, unescaped.
  private static func rows(_ data: [UInt8]) -> [[UInt8]] {
    data.split(separator: 10).compactMap { line in
      let key = Array("\"text\":".utf8)
      guard var at = line.indices.first(where: { line[$0...].starts(with: key) }).map({ $0 + key.count }) else { return nil }
      while at < line.endIndex, line[at] != UInt8(ascii: "\"") { at += 1 }
      at += 1
      var text: [UInt8] = []
      while at < line.endIndex, line[at] != UInt8(ascii: "\"") {
        guard line[at] == UInt8(ascii: "\\"), at + 1 < line.endIndex else {
          text.append(line[at])
          at += 1
          continue
        }
        switch line[at + 1] {
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "u"):
          let digits = String(decoding: line[min(at + 2, line.endIndex)..<min(at + 6, line.endIndex)], as: UTF8.self)
          text += Array(String(UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map(Character.init) ?? "?").utf8)
          at += 4
        default: text.append(line[at + 1])
        }
        at += 2
      }
      return text
    }
  }
}

struct BenchmarkError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
