#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The towns that share their name with another town or with a larger place: rows of `places/homonyms.tsv`, sorted by name, read where they lie.
///
/// Their names stand in the name tables once only, for the place that is meant most often; these rows say who else is called so.
struct PlaceHomonyms: @unchecked Sendable {
  private let table: UnsafeBufferPointer<UInt8>
  static let path = "places/homonyms.tsv"

  /// One town.
  struct Town: Equatable, Sendable {
    /// State or province where newspapers add it ("Texas"); else empty.
    var region: String
    /// ISO 3166, two letters.
    var country: String
    /// "geonames:4717560".
    var id: String
    var latitude: String
    var longitude: String
    var population: Int
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>?) {
    table = bytes ?? UnsafeBufferPointer(start: nil, count: 0)
  }

  /// The towns called `name`, letter for letter, in the table's order.
  ///
  /// - Complexity: O(log rows + towns of the name).
  func towns(named name: String) -> [Town] {
    var name = name
    return name.withUTF8 { towns(named: $0) }
  }

  private func towns(named name: UnsafeBufferPointer<UInt8>) -> [Town] {
    guard !name.isEmpty else { return [] }
    // The first line whose name is not before the wanted one, by halving the bytes between the header and the end.
    var low = lineEnd(0) + 1
    var high = table.count
    while low < high {
      let line = lineStart((low + high) / 2, from: low)
      if isBefore(line, name) { low = lineEnd(line) + 1 } else { high = line }
    }
    var found: [Town] = []
    while low < table.count, let town = town(at: low, name) {
      found.append(town)
      low = lineEnd(low) + 1
    }
    return found
  }

  private func lineStart(_ position: Int, from low: Int) -> Int {
    var at = position
    while at > low, table[at - 1] != UInt8(ascii: "\n") { at -= 1 }
    return at
  }

  private func lineEnd(_ position: Int) -> Int { next(UInt8(ascii: "\n"), from: position, limit: table.count) }

  /// Where the next `mark` stands; `limit` when there is none.
  private func next(_ mark: UInt8, from position: Int, limit: Int) -> Int {
    guard position < limit, let base = table.baseAddress else { return limit }
    return memchr(base + position, Int32(mark), limit - position).map { base.distance(to: $0.assumingMemoryBound(to: UInt8.self)) } ?? limit
  }

  /// Whether the name of the line that starts at `line` sorts before `name`, byte by byte.
  private func isBefore(_ line: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in name.indices {
      let byte = line + index < table.count ? table[line + index] : 0
      if byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") { return true }
      if byte != name[index] { return byte < name[index] }
    }
    return false
  }

  /// The town of the line that starts at `line`, if its name is `name`.
  @inline(__always)
  private func town(at line: Int, _ name: UnsafeBufferPointer<UInt8>) -> Town? {
    guard line + name.count < table.count, table[line + name.count] == UInt8(ascii: "\t"),
      name.indices.allSatisfy({ table[line + $0] == name[$0] })
    else { return nil }
    let end = lineEnd(line)
    var position = line + name.count + 1
    // Field by field: `split` would make an array of slices for each line.
    func field() -> UnsafeBufferPointer<UInt8>? {
      guard position <= end else { return nil }
      let stop = next(UInt8(ascii: "\t"), from: position, limit: end)
      defer { position = stop + 1 }
      return UnsafeBufferPointer(rebasing: table[position..<stop])
    }
    func text() -> String? { field().map { String(decoding: $0, as: UTF8.self) } }
    guard let region = text(), let country = text(), let id = text(), let latitude = text(), let longitude = text(), let population = text()
    else { return nil }
    return Town(
      region: region, country: country, id: id, latitude: latitude, longitude: longitude, population: Int(population) ?? 0)
  }
}
