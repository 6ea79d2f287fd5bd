extension NominalResolver {
  /// What belongs to a person by office: "his ministry" to Foreign Minister Moe, "her company" to the chairman of Volvo; nil where the article
  /// names none that fits.
  func belonging(_ description: Description, to person: Int32, _ roles: RoleIndex, _ draft: CoreferenceDraft) -> Referent? {
    guard description.types.contains(.organization), !description.types.contains(.person), description.words.count == 1 else { return nil }
    let tokens = draft.tokens
    let head = tokens.lexeme[description.head]
    let kinds = nouns.kinds(of: head)
    for owner in roles.owners(of: person) where draft.entities[Int(owner)].type == .organization {
      if kinds & nouns.kind(of: owner, draft.entities) != 0 || named(by: head) == owner {
        return Referent(entity: owner, rule: "nominal.owner", confidence: 0.7)
      }
    }
    // "Foreign Minister Moe … the Foreign Ministry … his ministry"
    guard let organization = named(by: head), let words = nameWords(of: organization, draft),
      words.contains(where: { roles.describes(tokens.lexeme[$0], person, tokens) })
    else { return nil }
    return Referent(entity: organization, rule: "nominal.owner", confidence: 0.7)
  }

  /// The tokens of the first mention of an entity by name.
  private func nameWords(of entity: Int32, _ draft: CoreferenceDraft) -> Range<Int>? {
    draft.mentions.first { $0.entity == entity && $0.form == .name }.map { $0.tokens.indices }
  }
}
