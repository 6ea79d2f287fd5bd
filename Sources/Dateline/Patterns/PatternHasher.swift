/// Gives a pattern a number by all that it says, the same on every machine. Printing the pattern would do the same by reflection, at five
/// milliseconds for the rules of a process that reads one article.
struct PatternHasher {
  private(set) var state: UInt64 = 0x0DA7_E11E

  mutating func add(_ rule: Rule) {
    add(rule.id)
    add(rule.pattern)
  }

  private mutating func add(_ value: UInt64) { state = ByteHash.mix(state &+ 0x9E37_79B9_7F4A_7C15 ^ value, 0xA076_1D64_78BD_642F) }
  private mutating func add(_ value: Int) { add(UInt64(bitPattern: Int64(value))) }
  private mutating func add(_ value: Bool) { add(value ? 1 : 0 as UInt64) }

  private mutating func add(_ text: String) {
    var text = text
    add(text.withUTF8 { bytes in bytes.isEmpty ? 0 : ByteHash.hash(bytes.baseAddress!, bytes.count) })
  }

  private mutating func add<Element>(_ list: [Element], _ each: (inout PatternHasher, Element) -> Void) {
    add(list.count)
    for element in list { each(&self, element) }
  }

  /// The first number of each part says what it is.
  private mutating func add(_ pattern: Pattern) {
    switch pattern {
    case .token(let test):
      add(1 as UInt64)
      add(test.conditions) { $0.add($1) }
    case .span(let test):
      add(2 as UInt64)
      add(UInt64(test.layer.rawValue))
      add(UInt64(test.kinds) << 32 | UInt64(test.forms))
    case .sequence(let parts):
      add(3 as UInt64)
      add(parts) { $0.add($1) }
    case .choice(let parts):
      add(4 as UInt64)
      add(parts) { $0.add($1) }
    case .repeated(let part, let least, let most):
      add(5 as UInt64)
      add(least)
      add(most)
      add(part)
    case .capture(let name, let part):
      add(6 as UInt64)
      add(name.slot)
      add(part)
    case .ahead(let part, let isNegated):
      add(7 as UInt64)
      add(isNegated)
      add(part)
    case .behind(let part, let isNegated):
      add(8 as UInt64)
      add(isNegated)
      add(part)
    }
  }

  private mutating func add(_ condition: TokenTest.Condition) {
    add(condition.isNegated)
    switch condition.kind {
    case .words(let words):
      add(1 as UInt64)
      add(words) { $0.add($1) }
    case .texts(let texts):
      add(2 as UInt64)
      add(texts) { $0.add($1) }
    case .classes(let classes):
      add(3 as UInt64)
      add(classes) { $0.add(UInt64($1.rawValue)) }
    case .tags(let tags):
      add(4 as UInt64)
      add(tags) { $0.add(UInt64($1.rawValue)) }
    case .flags(let flags, let none):
      add(5 as UInt64)
      add(UInt64(flags.rawValue) << 32 | UInt64(none.rawValue))
    case .letters(let letters):
      add(6 as UInt64)
      add(UInt64(letters.rawValue))
    case .likeNumber: add(7 as UInt64)
    case .length(let range):
      add(8 as UInt64)
      add(range.lowerBound)
      add(range.upperBound)
    case .shapes(let shapes):
      add(9 as UInt64)
      add(shapes) { $0.add($1) }
    case .regex(let regex):
      add(10 as UInt64)
      add(regex)
    }
  }

  private mutating func add(_ regex: TokenRegex) {
    add(regex.positions) { hasher, letters in
      hasher.add(letters.isNegated)
      hasher.add(letters.ranges) { $0.add(UInt64($1.lowerBound) << 32 | UInt64($1.upperBound)) }
    }
    add(regex.follow) { $0.add($1) }
    for set in [regex.first, regex.anchoredFirst, regex.last, regex.anchoredLast] { add(set) }
    add(regex.isEmptyMatch)
    add(regex.isEmptyWholeMatch)
    add(regex.foldsCase)
  }
}
