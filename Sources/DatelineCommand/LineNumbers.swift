import Dateline

/// The lines of an article: found once, so that numbering many offsets stays linear.
struct LineNumbers {
  /// Offsets of the line ends, in the units of the text given.
  private let ends: [Int]

  /// Lines by UTF-8 bytes.
  init(_ article: Article) { ends = article.bytes.indices.filter { article.bytes[$0] == 10 } }

  /// Lines by code points.
  init(_ scalars: [UnicodeScalar]) { ends = scalars.indices.filter { scalars[$0] == "\n" } }

  /// The line that holds `offset`, from 1.
  ///
  /// - Complexity: O(log lines).
  func number(of offset: some BinaryInteger) -> Int {
    var low = 0
    var high = ends.count
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }
}
