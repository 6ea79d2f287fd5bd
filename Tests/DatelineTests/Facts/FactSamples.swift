@testable import Dateline

enum FactSamples {
  /// "modality predicate(argument, argument) time @place" with a minus for the negative ones; asserted facts without modality.
  static func facts(_ text: String) -> [String] {
    let analysis = Samples.analyze(text)
    return analysis.facts.map { fact in
      let arguments = fact.arguments.map { argument in
        if argument.entity >= 0 { return analysis.name(of: analysis.entities[Int(argument.entity)]) }
        return argument.span.map { analysis.article.text($0) } ?? ""
      }
      return (fact.modality == .asserted ? "" : fact.modality.name + " ") + (fact.isNegative ? "-" : "") + fact.predicate.text + "("
        + arguments.joined(separator: ", ") + ")"
        + (fact.time >= 0 ? " " + analysis.article.text(analysis.values[Int(fact.time)].span) : "")
        + (fact.place >= 0 ? " @" + analysis.name(of: analysis.entities[Int(fact.place)]) : "")
    }
  }
}
