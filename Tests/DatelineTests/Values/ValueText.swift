@testable import Dateline

/// The values of a sentence as lines that tests compare: kind, text and meaning.
enum ValueText {
  /// Calendar expressions and durations, with their TIMEX3 values; the text is of 4 June 2025, a Wednesday.
  static func calendar(_ text: String, published: String? = "2025-06-04") -> [String] {
    let analysis = Samples.analyze(text, published: published)
    return analysis.values.compactMap { value in value.timex.map { "\(value.kind.name) \(analysis.article.text(value.span)) = \($0)" } }
  }

  /// All values, with number, currency and unit.
  static func amounts(_ text: String) -> [String] {
    let analysis = Samples.analyze(text, published: "2025-06-04")
    return analysis.values.map { value in
      let number = value.number.map { $0 == $0.rounded() && abs($0) < 1e15 ? String(Int($0)) : String(($0 * 10_000).rounded() / 10_000) }
      let meaning = [value.comparison.name, number, value.currency?.text, value.unit].compactMap { $0 }.joined(separator: " ")
      return "\(value.kind.name) \(analysis.article.text(value.span)) = \(meaning)"
    }
  }
}
