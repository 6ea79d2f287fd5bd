/// The entities of a long text: which entity of a part is one of an earlier part.
///
/// It is one when the tables know both as one thing or when type and name are the same. People are the same whose first and last words are, unless
/// what stands between them differs; one of whom the part has but the surname is the one of that surname who was named in full last. Described
/// people without a name are never the same.
struct EntityRegistry {
  /// By entry of the tables, by name and by the last word of a person's full name: a hash and the entity.
  private var known: [UInt64: Int32] = [:]
  /// Forms and roles that an entity has already, by hash.
  private var noted: Set<UInt64> = []

  /// How many mentions of a person stand in parts that take the person for a man, less those for a woman.
  private var men: [Int32: Int] = [:]

  /// What a hash was made of, mixed into it.
  private enum Key: UInt64 { case entry, name, surname, members, alias, role }

  /// The numbers in `whole` of the entities of a part; those that are new are appended, the others completed.
  ///
  /// - Parameter offset: where the part begins in the text.
  /// - Complexity: O(entities and their forms).
  mutating func take(_ part: borrowing Analysis, at offset: Int32, into whole: inout Analysis) -> [Int32] {
    var numbers = [Int32](repeating: -1, count: part.entities.count)
    for index in part.entities.indices {
      if case .members = part.entities[index].name { continue }
      numbers[index] = take(part.entities[index], at: offset, into: &whole)
    }
    // Those who are meant together stand behind those whom they are made of.
    for index in part.entities.indices {
      guard case .members = part.entities[index].name else { continue }
      let members = part.members(of: part.entities[index]).map { numbers[Int($0)] }
      numbers[index] = take(part.entities[index], of: members, into: &whole)
    }
    return numbers
  }

  private mutating func take(_ entity: Entity, at offset: Int32, into whole: inout Analysis) -> Int32 {
    let bytes = whole.article.bytes
    var entity = entity
    if case .words(let span) = entity.name { entity.name = .words(span.moved(by: offset)) }
    let (aliases, roles) = (entity.aliases, entity.roles)
    entity.aliases = []
    entity.roles = []
    return bytes.withUnsafeBufferPointer { bytes in
      let found = entity.isNamed ? find(entity, bytes, whole) : nil
      let number = found ?? Int32(truncatingIfNeeded: whole.entities.count)
      if found == nil { whole.entities.append(entity) } else { complete(&whole.entities[Int(number)], with: entity, number, bytes) }
      if entity.isNamed { register(entity, as: number, bytes) }
      if entity.gender != .unknown { vote(entity, &whole.entities[Int(number)].gender, of: number) }
      note(.alias, nameBytes(entity, bytes), of: number)
      for alias in aliases { add(alias.moved(by: offset), to: &whole.entities[Int(number)].aliases, .alias, number, bytes) }
      for role in roles { add(role.moved(by: offset), to: &whole.entities[Int(number)].roles, .role, number, bytes) }
      return number
    }
  }

  /// An entity that means others together.
  private mutating func take(_ entity: Entity, of members: [Int32], into whole: inout Analysis) -> Int32 {
    var hash = UInt64(entity.type.rawValue)
    for member in members { hash = ByteHash.mix(hash ^ UInt64(UInt32(bitPattern: member)), 0xE703_7ED1_A0B4_28DB) }
    hash = key(.members, entity.type, hash)
    if let found = known[hash], whole.members(of: whole.entities[Int(found)]).elementsEqual(members) {
      whole.entities[Int(found)].confidence = max(whole.entities[Int(found)].confidence, entity.confidence)
      return found
    }
    var entity = entity
    let from = Int32(truncatingIfNeeded: whole.members.count)
    whole.members += members
    entity.name = .members(from..<Int32(truncatingIfNeeded: whole.members.count))
    let number = Int32(truncatingIfNeeded: whole.entities.count)
    whole.entities.append(entity)
    known[hash] = number
    return number
  }

  // MARK: Which one it is

  private func find(_ entity: Entity, _ bytes: UnsafeBufferPointer<UInt8>, _ whole: borrowing Analysis) -> Int32? {
    let name = nameBytes(entity, bytes)
    if entity.type == .person { return find(person: PersonWords(name), entity, bytes, whole) }
    if entity.entry >= 0, let found = known[key(.entry, entity.type, UInt64(entity.entry))] { return found }
    guard let found = known[key(.name, entity.type, hash(name))] else { return nil }
    // Things of one name may be two: Georgia and Georgia.
    let entry = whole.entities[Int(found)].entry
    return entity.entry < 0 || entry < 0 || entity.entry == entry ? found : nil
  }

  /// People go by their names alone: the tables know the famous one of a surname.
  private func find(person name: PersonWords, _ entity: Entity, _ bytes: UnsafeBufferPointer<UInt8>, _ whole: borrowing Analysis) -> Int32?
  {
    if let first = name.first {
      guard let found = known[fullName(first, name.last)] else { return nil }
      let middle = PersonWords(nameBytes(whole.entities[Int(found)], bytes)).middle
      return middle.isEmpty || name.middle.isEmpty || middle.isEqual(to: name.middle) ? found : nil
    }
    if let found = known[key(.surname, .person, hash(name.last))] {
      let gender = whole.entities[Int(found)].gender
      if gender == entity.gender || gender == .unknown || entity.gender == .unknown { return found }
    }
    return known[key(.name, .person, hash(name.last))]
  }

  private mutating func register(_ entity: Entity, as number: Int32, _ bytes: UnsafeBufferPointer<UInt8>) {
    let name = nameBytes(entity, bytes)
    guard entity.type == .person else {
      if entity.entry >= 0 { remember(number, key(.entry, entity.type, UInt64(entity.entry))) }
      return remember(number, key(.name, entity.type, hash(name)))
    }
    let words = PersonWords(name)
    let surname = key(.surname, .person, hash(words.last))
    if let first = words.first {
      remember(number, fullName(first, words.last))
      known[surname] = number
    } else if known[surname] != number {
      // Nobody of that surname has been named in full.
      remember(number, key(.name, .person, hash(words.last)))
    }
  }

  /// The first one keeps the name.
  private mutating func remember(_ number: Int32, _ key: UInt64) { if known[key] == nil { known[key] = number } }

  private func fullName(_ first: UnsafeBufferPointer<UInt8>, _ last: UnsafeBufferPointer<UInt8>) -> UInt64 {
    key(.name, .person, ByteHash.mix(hash(first), hash(last) | 1))
  }

  private func key(_ kind: Key, _ type: EntityType, _ hash: UInt64) -> UInt64 {
    ByteHash.mix(hash ^ kind.rawValue << 56, 0xA076_1D64_78BD_642F ^ UInt64(type.rawValue) << 32)
  }

  private func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 { bytes.baseAddress.map { ByteHash.hash($0, bytes.count) } ?? 0 }

  private func nameBytes(_ entity: Entity, _ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    switch entity.name {
    case .words(let span): bytes[span]
    case .table(let label): label.bytes
    case .members: UnsafeBufferPointer(start: nil, count: 0)
    }
  }

  // MARK: What is known of it

  /// Takes over what a later part knows of an entity. The longer name is its name.
  private mutating func complete(_ entity: inout Entity, with later: Entity, _ number: Int32, _ bytes: UnsafeBufferPointer<UInt8>) {
    entity.confidence = max(entity.confidence, later.confidence)
    if entity.subtype.isEmpty { entity.subtype = later.subtype }
    if entity.office.isEmpty { entity.office = later.office }
    if entity.links.isEmpty { entity.links = later.links }
    if entity.entry < 0 { entity.entry = later.entry }
    guard case .words(let other) = later.name else { return }
    guard case .words(let name) = entity.name, other.count > name.count else {
      return add(other, to: &entity.aliases, .alias, number, bytes)
    }
    entity.aliases.removeAll { bytes[$0].isEqual(to: bytes[other]) }
    entity.aliases.append(name)
    entity.name = later.name
  }

  /// A person has the gender that most mentions have.
  private mutating func vote(_ person: Entity, _ gender: inout Gender, of number: Int32) {
    let sum = men[number, default: 0] + (person.gender == .male ? person.mentions.count : -person.mentions.count)
    men[number] = sum
    if sum != 0 { gender = sum > 0 ? .male : .female }
  }

  /// Appends words that the entity does not have yet.
  private mutating func add(_ span: Span, to spans: inout [Span], _ kind: Key, _ number: Int32, _ bytes: UnsafeBufferPointer<UInt8>) {
    if note(kind, bytes[span], of: number) { spans.append(span) }
  }

  /// Whether an entity did not have these words yet.
  @discardableResult
  private mutating func note(_ kind: Key, _ words: UnsafeBufferPointer<UInt8>, of number: Int32) -> Bool {
    noted.insert(ByteHash.mix(hash(words) ^ kind.rawValue << 56, UInt64(UInt32(bitPattern: number)) | 1 << 40)).inserted
  }
}

/// The words of a person's name.
private struct PersonWords {
  /// nil for a name of one word.
  var first: UnsafeBufferPointer<UInt8>?
  /// What stands between the first and the last word, spaces included.
  var middle: UnsafeBufferPointer<UInt8>
  var last: UnsafeBufferPointer<UInt8>

  init(_ name: UnsafeBufferPointer<UInt8>) {
    let space = UInt8(ascii: " ")
    guard let front = name.firstIndex(of: space), let back = name.lastIndex(of: space) else {
      middle = UnsafeBufferPointer(rebasing: name[..<0])
      last = name
      return
    }
    first = UnsafeBufferPointer(rebasing: name[..<front])
    middle = UnsafeBufferPointer(rebasing: name[front..<back])
    last = UnsafeBufferPointer(rebasing: name[(back + 1)...])
  }
}
