/// What an entry of the gazetteer proposes to the span model: type, subtype and prominence in one small number. At most 48.
enum GazetteerClass: UInt8, CaseIterable {
  case country, capital, subdivision, county, cityLarge, cityMiddle, citySmall, region, physical, landmark, placeOther
  case demonym, ethnic, religion, language, groupOther
  case company, university, media, party, armed, government, parliament, agency, international, club, league, organizationOther
  case person, personAlias
  case event, holiday, law, weapon, software, drug, productOther, work, disease, role, other
  case weakPlace, weakOrganization, weakPerson, weakOther

  /// How many there are.
  @inline(__always) static var count: Int { Int(GazetteerClass.weakOther.rawValue) + 1 }

  /// The class of an entry, as the name table describes it.
  static func of(_ entry: EntryID, _ names: NameTable) -> GazetteerClass {
    let subtype = names.subtypeName(entry)
    let weight = names.weight(entry)
    switch names.type(entry) {
    case .place: return place(subtype, weight)
    case .organization: return organization(subtype)
    case .person: return .person
    case .group:
      if names.flags(entry).contains(.demonym) { return .demonym }
      switch subtype {
      case "ethnic": return .ethnic
      case "religion": return .religion
      case "language": return .language
      case "nationality": return .demonym
      default: return .groupOther
      }
    case .event: return subtype == "holiday" ? .holiday : .event
    case .law: return .law
    case .product:
      switch subtype {
      case "weapon", "vehicle": return .weapon
      case "software": return .software
      case "drug": return .drug
      default: return .productOther
      }
    case .work: return .work
    case .role: return .role
    case .other: return subtype == "disease" ? .disease : .other
    }
  }

  private static func place(_ subtype: String, _ weight: Int) -> GazetteerClass {
    switch subtype {
    case "country", "territory": .country
    case "capital": .capital
    case "subdivision": .subdivision
    case "county": .county
    case "city", "town": weight >= 6 ? .cityLarge : weight >= 4 ? .cityMiddle : .citySmall
    case "region", "continent": .region
    case "river", "lake", "sea", "ocean", "mountain", "island", "desert", "strait", "bay", "peninsula": .physical
    case "facility", "landmark": .landmark
    default: .placeOther
    }
  }

  private static func organization(_ subtype: String) -> GazetteerClass {
    switch subtype {
    case "company", "airline": .company
    case "university": .university
    case "media": .media
    case "party": .party
    case "armed-group", "armed-force": .armed
    case "government", "ministry": .government
    case "parliament", "court": .parliament
    case "agency", "police", "central-bank": .agency
    case "international", "alliance": .international
    case "club": .club
    case "league": .league
    default: .organizationOther
    }
  }

  /// The class for a surface that is weak: only a hint of the type.
  var weakened: GazetteerClass {
    switch self {
    case .country, .capital, .subdivision, .county, .cityLarge, .cityMiddle, .citySmall, .region, .physical, .landmark, .placeOther:
      .weakPlace
    case .company, .university, .media, .party, .armed, .government, .parliament, .agency, .international, .club, .league,
      .organizationOther:
      .weakOrganization
    case .person, .personAlias: .weakPerson
    default: .weakOther
    }
  }
}

extension GazetteerClass {
  // Computed, so that they fold to constants: a stored one is asked for its first use each time.
  @inline(__always) static var cityMask: UInt64 { cityLarge.bit | cityMiddle.bit | citySmall.bit | placeOther.bit | physical.bit }
  @inline(__always) static var countryMask: UInt64 { country.bit | capital.bit | region.bit }
  /// Countries and their parts.
  @inline(__always) static var largerMask: UInt64 { country.bit | subdivision.bit }
  @inline(__always) static var organizationMask: UInt64 {
    company.bit | university.bit | media.bit | party.bit | armed.bit | government.bit | parliament.bit | agency.bit | international.bit
      | club.bit | league.bit | organizationOther.bit
  }
  @inline(__always) static var mediaMask: UInt64 { media.bit }
  /// Parliaments and courts.
  @inline(__always) static var courtMask: UInt64 { parliament.bit }
  @inline(__always) static var clubMask: UInt64 { club.bit }
  @inline(__always) static var subdivisionMask: UInt64 { subdivision.bit }
  @inline(__always) static var placeMask: UInt64 {
    country.bit | capital.bit | subdivision.bit | county.bit | cityLarge.bit | cityMiddle.bit | citySmall.bit | region.bit
      | physical.bit | landmark.bit | placeOther.bit
  }
  /// Names that a place may have, weak ones too.
  @inline(__always) static var maybePlaceMask: UInt64 { placeMask | weakPlace.bit }
  /// Places so large that no team of theirs is called by their name alone.
  @inline(__always) static var stateMask: UInt64 { country.bit }
  @inline(__always) static var townMask: UInt64 { country.bit | capital.bit | cityLarge.bit }
  @inline(__always) static var maybeOrganizationMask: UInt64 { organizationMask | weakOrganization.bit }
  @inline(__always) static var maybeProductMask: UInt64 { productMask | work.bit | weakOther.bit }
  @inline(__always) static var notablePlaceMask: UInt64 {
    capital.bit | subdivision.bit | cityLarge.bit | cityMiddle.bit | region.bit | physical.bit
  }
  @inline(__always) static var eventMask: UInt64 { event.bit | holiday.bit | law.bit | work.bit }
  /// Places with a government of their own.
  @inline(__always) static var ruledMask: UInt64 { country.bit | subdivision.bit }
  @inline(__always) static var companyMask: UInt64 { company.bit }
  @inline(__always) static var personMask: UInt64 { person.bit | personAlias.bit }
  @inline(__always) static var universityMask: UInt64 { university.bit }
  @inline(__always) static var softwareMask: UInt64 { software.bit }
  /// What weak surfaces hint at.
  @inline(__always) static var weakMask: UInt64 { weakPlace.bit | weakOrganization.bit | weakPerson.bit | weakOther.bit }
  @inline(__always) static var weakPersonMask: UInt64 { weakPerson.bit }
  @inline(__always) static var productMask: UInt64 { weapon.bit | software.bit | drug.bit | productOther.bit }
  @inline(__always) static var demonymMask: UInt64 { demonym.bit | ethnic.bit | religion.bit | language.bit }

  /// Classes whose names are names wherever they stand with their capital.
  @inline(__always) static var certainMask: UInt64 { country.bit | demonym.bit | groupOther.bit }

  /// The class's bit in a set of classes; constant sets of them fold.
  @inline(__always) var bit: UInt64 { 1 &<< UInt64(rawValue) }
}

/// The gazetteer classes of a match's readings, as bits: all of them, and those that propose a name (weak surfaces as hints only).
struct MatchClasses {
  var all: UInt64
  var proposed: UInt64
}

/// The classes of entries, found when they are first asked for: entries of one type, subtype and prominence share one. One per worker.
final class GazetteerClasses {
  private let names: NameTable
  private var known: UnsafeMutablePointer<UInt8>
  private let size: Int
  /// By form and class what a reading proposes, as a bit; 0 for nothing. Forms: 1 an alias of one word, 2 and more a weak surface.
  private let proposals: UnsafeMutablePointer<UInt64>
  private static let classes = 64

  init(_ names: NameTable) {
    self.names = names
    size = (names.subtypes.count / 2 + 1) * 16 * 32
    known = .allocate(capacity: size)
    known.initialize(repeating: 255, count: size)
    proposals = .allocate(capacity: 4 * GazetteerClasses.classes)
    proposals.initialize(repeating: 0, count: 4 * GazetteerClasses.classes)
    for kind in GazetteerClass.allCases {
      // What is none of the classes proposes nothing, but a weak surface of it hints at something.
      let plain = kind == .other ? 0 : kind.bit
      let alias = kind == .person ? GazetteerClass.personAlias.bit : plain
      for (form, bit) in [plain, alias, kind.weakened.bit, kind.weakened.bit].enumerated() {
        proposals[form * GazetteerClasses.classes + Int(kind.rawValue)] = bit
      }
    }
  }

  deinit {
    known.deallocate()
    proposals.deallocate()
  }

  /// What a reading of a surface proposes to the span model, as a bit; 0 for nothing.
  ///
  /// - Parameter isSingle: 1 for a surface of one word, else 0.
  @inline(__always)
  func proposed(_ kind: GazetteerClass, _ flags: NameFlags, isSingle: UInt8) -> UInt64 {
    let isWeak = flags.rawValue &>> UInt8(NameFlags.weak.rawValue.trailingZeroBitCount) & 1
    let isAlias = flags.rawValue &>> UInt8(NameFlags.alias.rawValue.trailingZeroBitCount) & isSingle
    return proposals[Int(isWeak &* 2 | isAlias) &* GazetteerClasses.classes &+ Int(kind.rawValue)]
  }

  @inline(__always)
  subscript(_ reading: MatchReading) -> GazetteerClass {
    let slot =
      (Int(reading.subtype) &* 16 &+ Int(reading.type.rawValue & 15)) &* 32 &+ Int(reading.weight & 15) &* 2 &+ (reading.isDemonym ? 1 : 0)
    // No other bytes than the cases' and 255 stand there.
    return known[slot] != 255 ? unsafeBitCast(known[slot], to: GazetteerClass.self) : find(reading.entry, slot)
  }

  @inline(never)
  private func find(_ entry: EntryID, _ slot: Int) -> GazetteerClass {
    let found = GazetteerClass.of(entry, names)
    known[slot] = found.rawValue
    return found
  }
}
