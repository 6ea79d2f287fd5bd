/// Reads a TSV table row by row, columns by name.
///
/// A field is a range of the table's bytes. Lines that are empty or start with "# " are passed over; a missing last column is empty.
struct TableReader {
  typealias Field = Range<Int>

  let table: GazetteerTable
  /// Number of the current line, from 1.
  private(set) var line = 0
  private var position = 0
  private var columns: [Int] = []
  private(set) var fields: [Field] = []

  /// Reads the header line and finds `names` in it.
  ///
  /// - Parameter optional: columns that may be missing; their fields are then empty.
  /// - Throws: `GazetteerError` naming the column that is missing.
  init(_ table: GazetteerTable, columns names: [String], optional: Set<String> = []) throws(GazetteerError) {
    self.table = table
    guard readLine() else { throw GazetteerError(file: table.path, line: 1, message: "empty table", hint: "give it a header line") }
    for name in names {
      guard let index = fields.firstIndex(where: { bytes($0).elementsEqual(name.utf8) }) else {
        if optional.contains(name) {
          columns.append(Int.max)
          continue
        }
        throw GazetteerError(
          file: table.path, line: line, message: "no column “\(name)”", hint: "the columns are described in Gazetteers/FORMAT.md")
      }
      columns.append(index)
    }
  }

  /// Moves to the next row; false at the end.
  mutating func next() -> Bool { readLine() }

  /// Column `index` of the names given at the start.
  @inline(__always) func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let column = columns[index]
    return column < fields.count ? bytes(fields[column]) : UnsafeBufferPointer(start: nil, count: 0)
  }

  func string(_ index: Int) -> String { String(decoding: field(index), as: UTF8.self) }

  /// Column `index` as an integer; nil when it is empty or none.
  func integer(_ index: Int) -> Int64? { TableReader.integer(field(index)) }

  static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard !bytes.isEmpty, bytes.count < 19 else { return nil }
    var value: Int64 = 0
    var index = 0
    let negative = bytes[0] == UInt8(ascii: "-")
    if negative { index = 1 }
    if index == bytes.count { return nil }
    while index < bytes.count {
      guard bytes[index] &- 48 < 10 else { return nil }
      value = value * 10 + Int64(bytes[index] - 48)
      index += 1
    }
    return negative ? -value : value
  }

  /// Ten times a decimal number, rounded to the nearest; nil when it is empty or none.
  func tenths(_ index: Int) -> Int? {
    let bytes = field(index)
    guard !bytes.isEmpty else { return nil }
    var value = 0
    var decimals = -1
    for byte in bytes {
      if byte == UInt8(ascii: "-") { continue }
      if byte == UInt8(ascii: ".") {
        decimals = 0
        continue
      }
      guard byte &- 48 < 10 else { return nil }
      if decimals < 1 { value = value * 10 + Int(byte - 48) }
      if decimals >= 0 { decimals += 1 }
    }
    if decimals < 1 { value *= 10 }
    return bytes[0] == UInt8(ascii: "-") ? -value : value
  }

  func error(_ message: String, _ hint: String) -> GazetteerError {
    GazetteerError(file: table.path, line: line, message: message, hint: hint)
  }

  @inline(__always) private func bytes(_ field: Field) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: table.bytes[field]) }

  private mutating func readLine() -> Bool {
    while position < table.bytes.count {
      let start = position
      line += 1
      fields.removeAll(keepingCapacity: true)
      var from = position
      while position < table.bytes.count, table.bytes[position] != 10 {
        if table.bytes[position] == 9 {
          fields.append(from..<position)
          from = position + 1
        }
        position += 1
      }
      var end = position
      if end > from, table.bytes[end - 1] == 13 { end -= 1 }
      fields.append(from..<max(from, end))
      position += 1
      let empty = end == start
      let remark = end > start + 1 && table.bytes[start] == UInt8(ascii: "#") && table.bytes[start + 1] == 32
      if !empty && !remark { return true }
    }
    return false
  }
}

extension GazetteerFile {
  /// The rows of a stage's own table, ready to be read; nil when the gazetteer lacks the table or a column.
  func rows(of path: String, columns: [String]) -> TableReader? {
    table(path).flatMap { try? TableReader(GazetteerTable(path: path, bytes: $0), columns: columns) }
  }
}
