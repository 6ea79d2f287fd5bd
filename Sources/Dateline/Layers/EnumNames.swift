// The names of the layers’ cases, made once.

extension EntityType: NamedCase { public static let names = CaseNames(Self.self) }
extension MentionForm: NamedCase { public static let names = CaseNames(Self.self) }
extension Evidence.Kind: NamedCase { public static let names = CaseNames(Self.self) }
extension Value.Kind: NamedCase { public static let names = CaseNames(Self.self) }
extension Quote.Kind: NamedCase { public static let names = CaseNames(Self.self) }
extension Quote.CueClass: NamedCase { public static let names = CaseNames(Self.self) }
extension Quote.SpeakerForm: NamedCase { public static let names = CaseNames(Self.self) }
extension Quote.Status: NamedCase { public static let names = CaseNames(Self.self) }
extension Fact.Modality: NamedCase { public static let names = CaseNames(Self.self) }
extension Fact.Source: NamedCase { public static let names = CaseNames(Self.self) }
extension EntityLink.Reason: NamedCase { public static let names = CaseNames(Self.self) }
extension Gender: NamedCase { public static let names = CaseNames(Self.self) }
extension Zone.Kind: NamedCase { public static let names = CaseNames(Self.self) }
