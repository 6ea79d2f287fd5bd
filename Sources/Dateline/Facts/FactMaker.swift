/// Fills in what every fact has: evidence, source, time.
enum FactMaker {
  static func make(
    _ predicate: Label, _ arguments: Fact.Arguments, _ range: TokenRange, _ confidence: Float, _ rule: Label, _ context: FactContext,
    _ evidence: inout [Evidence], isClause: Bool = false
  ) -> Fact {
    let span = context.tokens.span(range)
    var fact = Fact(predicate: predicate, arguments: arguments, span: span, confidence: confidence)
    let from = Int32(truncatingIfNeeded: evidence.count)
    evidence.append(Evidence(.rule, rule, confidence))
    fact.evidence = from..<from + 1
    let quote = context.quote(holding: span, from: range.first)
    if quote >= 0 {
      fact.source = .speaker
      fact.sourceQuote = quote
      fact.sourceEntity = context.quotes[Int(quote)].speaker.entity
      // Who denies a charge against "Mayor Ana Ruiz" does not deny that she is mayor.
      fact.modality = isClause ? modality(context.quotes[Int(quote)].cue?.cueClass) : .reported
    }
    return fact
  }

  /// The fact that two mentions state of their entities.
  static func tie(
    _ predicate: Label, _ firstRole: Label, _ first: Int, _ secondRole: Label, _ second: Int, _ rule: Label, _ context: FactContext,
    _ evidence: inout [Evidence]
  ) -> Fact {
    let (one, other) = (context.mentions[first].tokens, context.mentions[second].tokens)
    let arguments = Fact.Arguments(
      Fact.Argument(role: firstRole, entity: context.entity(first)), Fact.Argument(role: secondRole, entity: context.entity(second)))
    let range = TokenRange(min(one.first, other.first), max(Int(one.end), Int(other.end)))
    return make(predicate, arguments, range, 0.8, rule, context, &evidence)
  }

  /// What the cue of a report says of the facts in it: "denied that …", "claimed that …".
  private static func modality(_ cue: Quote.CueClass?) -> Fact.Modality {
    switch cue {
    case .deny: .denied
    case .claim, .accuse: .alleged
    case .promise: .planned
    case .order: .requested
    default: .reported
    }
  }
}
