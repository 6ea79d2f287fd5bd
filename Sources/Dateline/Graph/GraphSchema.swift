/// The JSON Schema of `dateline.graph/1`.
public enum GraphSchema {
  public static let text = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "dateline.graph/1",
      "title": "Article graph",
      "type": "object",
      "required": ["schema", "id", "offsets", "language", "engine", "article", "zones", "sentences", "entities", "values", "quotes", "marked", "facts", "diagnostics"],
      "properties": {
        "schema": {"const": "dateline.graph/1"},
        "id": {"type": "string"},
        "offsets": {"enum": ["scalar", "utf8", "utf16"]},
        "language": {"type": "string"},
        "engine": {"type": "object", "required": ["version", "icu", "gazetteer", "rules"], "additionalProperties": {"type": "string"}},
        "article": {"type": "object"},
        "zones": {"type": "array", "items": {"allOf": [{"$ref": "#/$defs/span"}, {"required": ["kind"], "properties": {"kind": {"enum": \(list(Zone.Kind.self))}}}]}},
        "sentences": {"type": "array", "items": {"$ref": "#/$defs/span"}},
        "entities": {"type": "array", "items": {"type": "object", "required": ["id", "type", "name", "aliases", "attributes", "links", "mentions", "confidence"],
          "properties": {"id": {"type": "string", "pattern": "^e[0-9]+$"}, "type": {"enum": \(list(EntityType.self))}, "subtype": {"type": "string"}, "name": {"type": "string"},
            "members": {"type": "array", "items": {"type": "string", "pattern": "^e[0-9]+$"}},
            "mentions": {"type": "array", "minItems": 1, "items": {"allOf": [{"$ref": "#/$defs/words"}, {"required": ["form", "confidence", "evidence"],
              "properties": {"form": {"enum": \(list(MentionForm.self))}, "confidence": {"type": "number", "minimum": 0, "maximum": 1}, "evidence": {"$ref": "#/$defs/evidence"}}}]}}}}},
        "values": {"type": "array", "items": {"allOf": [{"$ref": "#/$defs/words"}, {"required": ["id", "kind", "value"],
          "properties": {"id": {"type": "string", "pattern": "^v[0-9]+$"}, "kind": {"enum": \(list(Value.Kind.self))}, "timex": {"type": "string"}}}]}},
        "quotes": {"type": "array", "items": {"allOf": [{"$ref": "#/$defs/words"}, {"required": ["id", "kind", "fragments", "speaker", "confidence", "evidence"],
          "properties": {"id": {"type": "string", "pattern": "^q[0-9]+$"}, "within": {"type": "string", "pattern": "^q[0-9]+$"}, "kind": {"enum": \(list(Quote.Kind.self))}, "fragments": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/span"}},
            "cue": {"allOf": [{"$ref": "#/$defs/words"}, {"required": ["lemma", "class"], "properties": {"class": {"enum": \(list(Quote.CueClass.self))}, "negated": {"const": true}}}]},
            "speaker": {"type": "object", "required": ["form", "status"], "properties": {"form": {"enum": \(list(Quote.SpeakerForm.self))}, "status": {"enum": \(list(Quote.Status.self))},
              "candidates": {"type": "array", "items": {"type": "object", "required": ["entity", "score"], "properties": {"entity": {"type": "string", "pattern": "^e[0-9]+$"}, "score": {"type": "number", "minimum": 0, "maximum": 1}}}}}},
            "medium": {"$ref": "#/$defs/words"}}}]}},
        "marked": {"type": "array", "items": {"allOf": [{"$ref": "#/$defs/words"}, {"required": ["kind"], "properties": {"kind": {"enum": \(list(MarkedWords.Kind.self))}}}]}},
        "facts": {"type": "array", "items": {"allOf": [{"$ref": "#/$defs/span"}, {"required": ["id", "predicate", "arguments", "polarity", "modality", "source", "confidence", "evidence"],
          "properties": {"id": {"type": "string", "pattern": "^f[0-9]+$"}, "predicate": {"type": "string"}, "polarity": {"enum": ["positive", "negative"]}, "modality": {"enum": \(list(Fact.Modality.self))},
            "arguments": {"type": "array", "items": {"type": "object", "required": ["role"]}}}}]}},
        "diagnostics": {"type": "array", "items": {"type": "object", "required": ["kind", "start", "message"]}}
      },
      "$defs": {
        "span": {"type": "object", "required": ["start", "end"], "properties": {"start": {"type": "integer", "minimum": 0}, "end": {"type": "integer", "minimum": 0}}},
        "words": {"allOf": [{"$ref": "#/$defs/span"}, {"required": ["text"], "properties": {"text": {"type": "string"}}}]},
        "evidence": {"type": "array", "items": {"type": "object", "required": ["kind", "id", "weight"], "properties": {"kind": {"enum": \(list(Evidence.Kind.self))}}}}
      }
    }

    """

  private static func list<T: NamedCase>(_ type: T.Type) -> String {
    "[" + T.names.strings.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }
}
