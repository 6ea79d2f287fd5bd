// The names of the layers’ cases, in order.

extension EntityType: NamedCase {
  public static let names: CaseNames = ["person", "place", "organization", "group", "event", "product", "work", "law"]
}
extension MentionForm: NamedCase {
  public static let names: CaseNames = ["name", "nominal", "pronoun", "demonym", "embedded"]
}
extension Evidence.Kind: NamedCase {
  public static let names: CaseNames = ["gazetteer", "rule", "document", "coreference"]
}
extension Value.Kind: NamedCase {
  public static let names: CaseNames = [
    "cardinal", "ordinal", "percent", "money", "quantity", "age", "score", "date", "time", "duration", "set",
  ]
}
extension Quote.Kind: NamedCase {
  public static let names: CaseNames = ["direct", "indirect", "mixed"]
}
extension Quote.CueClass: NamedCase {
  public static let names: CaseNames = ["neutral", "claim", "deny", "confirm", "ask", "order", "promise", "accuse", "warn"]
}
extension Quote.SpeakerForm: NamedCase {
  public static let names: CaseNames = ["name", "pronoun", "nominal", "collective", "elided"]
}
extension Quote.Status: NamedCase {
  public static let names: CaseNames = ["resolved", "anonymous", "unresolved"]
}
extension MarkedWords.Kind: NamedCase {
  public static let names: CaseNames = ["title", "nickname", "slogan", "term", "scare"]
}
extension Fact.Modality: NamedCase {
  public static let names: CaseNames = ["asserted", "reported", "alleged", "denied", "planned", "possible", "conditional", "requested"]
}
extension Fact.Source: NamedCase {
  public static let names: CaseNames = ["author", "speaker", "document"]
}
extension EntityLink.Reason: NamedCase {
  public static let names: CaseNames = ["country", "region", "pair"]
}
extension Gender: NamedCase {
  public static let names: CaseNames = ["unknown", "male", "female"]
}
extension Zone.Kind: NamedCase {
  public static let names: CaseNames = ["headline", "byline", "dateline", "body", "caption", "copyright", "related"]
}
