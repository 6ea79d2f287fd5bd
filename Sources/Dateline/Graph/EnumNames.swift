/// An enumeration whose cases are written by name: the names are made once, since printing a case by reflection costs far more than writing it.
public protocol NamedCase: RawRepresentable, CaseIterable, Sendable where RawValue == UInt8 {
  /// The case names in order of raw values, which count from 0.
  static var names: [String] { get }
}

extension NamedCase {
  /// The case's name as the graph writes it.
  @inline(__always) public var name: String { Self.names[Int(rawValue)] }

  /// For the conformances' stored lists.
  static func allNames() -> [String] { allCases.map { "\($0)" } }
}

extension EntityType: NamedCase { public static let names = allNames() }
extension MentionForm: NamedCase { public static let names = allNames() }
extension Evidence.Kind: NamedCase { public static let names = allNames() }
extension Value.Kind: NamedCase { public static let names = allNames() }
extension Quote.Kind: NamedCase { public static let names = allNames() }
extension Quote.CueClass: NamedCase { public static let names = allNames() }
extension Quote.SpeakerForm: NamedCase { public static let names = allNames() }
extension Quote.Status: NamedCase { public static let names = allNames() }
extension Fact.Modality: NamedCase { public static let names = allNames() }
extension Fact.Source: NamedCase { public static let names = allNames() }
extension Zone.Kind: NamedCase { public static let names = allNames() }
