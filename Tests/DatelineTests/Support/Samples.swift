import Testing

@testable import Dateline

/// What the tests share: the standard gazetteer, opened once, and short ways to ask for an analysis.
enum Samples {
  static let gazetteer: GazetteerFile = {
    do { return try GazetteerFile.standard() } catch { fatalError("the built-in tables do not compile: \(error)") }
  }()

  /// The analysis of a text of ours.
  static func analyze(_ text: String, published: String? = nil) -> Analysis {
    let article = Article(id: "test", input: Array(text.utf8), published: published.flatMap { CalendarDate(iso: $0) })
    return Extractor(gazetteer: gazetteer).analyze(article)
  }

  /// The names of a text's entities, in the order of the entities.
  static func entityNames(_ analysis: Analysis) -> [String] { analysis.entities.map { analysis.name(of: $0) } }

  /// The mentions by name of a text, each with its entity's type before it: "person Ana Moe".
  static func typedNames(_ text: String) -> [String] {
    let analysis = analyze(text)
    return analysis.mentions.filter { $0.form == .name }.map {
      "\(analysis.entities[Int($0.entity)].type.name) \(analysis.article.text($0.span))"
    }
  }

  /// The tokens of a text, as strings.
  static func tokens(_ text: String) -> [String] {
    let analysis = analyze(text)
    return (0..<analysis.tokens.count).map { analysis.article.text(analysis.tokens.span($0)) }
  }
}
