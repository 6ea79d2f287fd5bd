// The parts of patterns read as RegexBuilder’s do, capital first.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

/// Puts the parts of a pattern one after the other, in the manner of RegexBuilder.
@resultBuilder
enum PatternBuilder {
  static func buildExpression(_ part: Pattern) -> Pattern { part }
  static func buildBlock(_ parts: Pattern...) -> Pattern { parts.count == 1 ? parts[0] : .sequence(parts) }
  static func buildArray(_ parts: [Pattern]) -> Pattern { .sequence(parts) }
}

/// Lists the alternatives of a `Choice`.
@resultBuilder
enum ChoiceBuilder {
  static func buildExpression(_ part: Pattern) -> [Pattern] { [part] }
  static func buildBlock(_ parts: [Pattern]...) -> [Pattern] { parts.flatMap { $0 } }
}

// MARK: One token

/// One of these words, whatever the letter case.
func Word(_ words: String...) -> Pattern { .token(TokenTest(.words(words))) }

/// A word of one of these classes.
func Word(in classes: WordClass...) -> Pattern { .token(TokenTest(.classes(classes))) }

/// A token with all of these flags: `Token(.capitalized)`.
func Token(_ flags: TokenFlags) -> Pattern { .token(TokenTest(.flags(flags, none: []))) }

/// A token with exactly these letters.
func Token(text: String...) -> Pattern { .token(TokenTest(.texts(text))) }

/// Any token.
func AnyToken() -> Pattern { .token(TokenTest()) }

/// A token with one of these parts of speech.
func Tagged(_ tags: Tag...) -> Pattern { .token(TokenTest(.tags(tags))) }

/// One token that meets the conditions of all the parts, each of which must be a test of one token.
func All(@ChoiceBuilder _ parts: () -> [Pattern]) -> Pattern {
  .token(
    TokenTest(
      parts().flatMap { part -> [TokenTest.Condition] in
        if case .token(let test) = part { return test.conditions }
        return []
      }))
}

/// One token that is not the one described, which must be a test of one condition.
func Not(_ part: Pattern) -> Pattern {
  guard case .token(let test) = part else { return part }
  return .token(TokenTest(test.conditions.map { TokenTest.Condition(kind: $0.kind, isNegated: !$0.isNegated) }))
}

// MARK: Spans of earlier layers

/// A whole mention of an entity of one of these types.
func MentionOf(_ types: EntityType..., forms: Set<MentionForm> = [.name]) -> Pattern {
  .span(
    SpanTest(
      layer: .mention, kinds: types.reduce(0) { $0 | 1 << UInt32($1.rawValue) }, forms: forms.reduce(0) { $0 | 1 << UInt32($1.rawValue) }))
}

/// A whole value of one of these kinds.
func ValueOf(_ kinds: Value.Kind...) -> Pattern {
  .span(SpanTest(layer: .value, kinds: kinds.reduce(0) { $0 | 1 << UInt32($1.rawValue) }, forms: SpanTest.anyForm))
}

/// A whole noun group of one of these kinds.
func NounGroup(_ kinds: NounGroups.Kind...) -> Pattern {
  .span(SpanTest(layer: .nounGroup, kinds: kinds.reduce(0) { $0 | 1 << UInt32($1.rawValue) }, forms: SpanTest.anyForm))
}

// MARK: Structure

func Optionally(@PatternBuilder _ part: () -> Pattern) -> Pattern { .repeated(part(), least: 0, most: 1) }

func OneOrMore(max: Int, @PatternBuilder _ part: () -> Pattern) -> Pattern { .repeated(part(), least: 1, most: max) }

func ZeroOrMore(max: Int, @PatternBuilder _ part: () -> Pattern) -> Pattern { .repeated(part(), least: 0, most: max) }

func Choice(@ChoiceBuilder _ parts: () -> [Pattern]) -> Pattern { .choice(parts()) }

/// Several parts as one alternative of a `Choice`.
func Sequence(@PatternBuilder _ part: () -> Pattern) -> Pattern { part() }

func Capture(_ name: CaptureName, @PatternBuilder _ part: () -> Pattern) -> Pattern { .capture(name, part()) }

func FollowedBy(@PatternBuilder _ part: () -> Pattern) -> Pattern { .ahead(part(), isNegated: false) }
func NotFollowedBy(@PatternBuilder _ part: () -> Pattern) -> Pattern { .ahead(part(), isNegated: true) }
func PrecededBy(@PatternBuilder _ part: () -> Pattern) -> Pattern { .behind(part(), isNegated: false) }
func NotPrecededBy(@PatternBuilder _ part: () -> Pattern) -> Pattern { .behind(part(), isNegated: true) }
