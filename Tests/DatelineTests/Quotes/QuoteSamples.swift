@testable import Dateline

/// A quotation as the tests compare it.
struct FoundQuote: Equatable, CustomStringConvertible {
  var kind: Quote.Kind
  /// The fragments, joined by " | ".
  var text: String
  var speaker: String?
  var cue: String?
  var evidence: [String]

  var description: String { "\(kind) [\(text)] speaker: \(speaker ?? "-") cue: \(cue ?? "-") \(evidence)" }
}

enum QuoteSamples {
  static func quotes(_ text: String) -> [FoundQuote] {
    let analysis = Samples.analyze(text)
    return analysis.quotes.map { quote in
      FoundQuote(
        kind: quote.kind, text: quote.fragments.map { analysis.article.text($0) }.joined(separator: " | "),
        speaker: quote.speaker.span.map { analysis.article.text($0) }, cue: quote.cue?.lemma,
        evidence: quote.evidence.map { analysis.evidence[Int($0)].id.text })
    }
  }

  /// The texts between marks, and whether each is direct speech.
  static func segments(_ text: String) -> [(text: String, isDirect: Bool)] {
    let finder = QuoteFinder(gazetteer: Samples.gazetteer)
    var analysis = Samples.analyze(text)
    var segments: [(text: String, isDirect: Bool)] = []
    finder.withScene(&analysis) { scene, _ in
      segments = scene.segments.map {
        (scene.layers.analysis.pointee.article.text(scene.tokens.span(TokenRange($0.start, $0.end))), $0.isDirect)
      }
    }
    return segments
  }
}
