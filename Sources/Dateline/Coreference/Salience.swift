/// How much of the article's attention each entity gets.
enum Salience {
  /// A mention in the headline or in the first sentences counts for this many.
  private static let early: Float = 2
  /// Sentences that count as the beginning.
  private static let beginning = 3
  /// A pronoun or a nominal counts less than a name.
  private static let anaphor: Float = 0.5

  /// Sets each entity's share of all mentions, those at the beginning counted twice; the shares add up to 1.
  ///
  /// - Complexity: O(mentions).
  static func run(_ analysis: inout Analysis) {
    var weights = [Float].filled(0, count: analysis.entities.count)
    let behind = analysis.sentences.count > beginning ? analysis.sentences[beginning].span.start : .max
    var total: Float = 0
    weights.withUnsafeMutableBufferPointer { weights in
      for mention in analysis.mentions where mention.entity >= 0 {
        var weight: Float = mention.form == .pronoun || mention.form == .nominal ? anaphor : 1
        if mention.span.start < behind { weight *= early }
        weights[Int(mention.entity)] += weight
        total += weight
      }
    }
    guard total > 0 else { return }
    analysis.entities.withUnsafeMutableBufferPointer { entities in
      for entity in entities.indices { entities[entity].salience = weights[entity] / total }
    }
  }
}
