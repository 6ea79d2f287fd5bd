#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writing to the process's own streams and to files, whole and unbuffered: the callers build large chunks.
enum Output {
  /// Writes all bytes to standard output; ends the process quietly when nobody reads any more.
  static func write(_ bytes: [UInt8]) { bytes.withUnsafeBytes { write($0) } }
  static func write(_ bytes: UnsafeRawBufferPointer) { if !write(bytes, to: 1) { exit(1) } }
  static func write(_ text: String) { write(Array(text.utf8)) }
  static func error(_ text: String) { _ = write(Array(text.utf8), to: 2) }

  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool { bytes.withUnsafeBytes { write($0, to: descriptor) } }

  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress! + written, bytes.count - written)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return false }
      written += count
    }
    return true
  }

  /// Whether standard output is a terminal that wants colour.
  static let isTerminal = isatty(1) == 1 && getenv("NO_COLOR") == nil
  /// Whether progress may be shown.
  static let showsProgress = isatty(2) == 1

  static func bold(_ text: String) -> String { isTerminal ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}

/// Rows of cells, aligned for reading.
struct TextTable {
  private var rows: [[String]] = []
  private let header: [String]
  /// Longer cells are cut, with an ellipsis.
  private let widest: Int

  init(_ header: [String], widest: Int = 72) {
    self.header = header
    self.widest = widest
  }

  mutating func add(_ cells: [String]) {
    rows.append(
      cells.map { cell in
        let line = String(cell.map { $0 == "\n" || $0 == "\r" || $0 == "\t" ? " " : $0 })
        return line.count > widest ? String(line.prefix(widest - 1)) + "…" : line
      })
  }

  var isEmpty: Bool { rows.isEmpty }

  var text: String {
    var widths = header.map(\.count)
    for row in rows { for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) } }
    func line(_ cells: [String]) -> String {
      var result = ""
      for (column, cell) in cells.enumerated() {
        result += cell
        if column + 1 < cells.count { result += String(repeating: " ", count: widths[column] - cell.count + 2) }
      }
      return result
    }
    return Output.bold(line(header)) + "\n" + rows.map { line($0) + "\n" }.joined()
  }
}
