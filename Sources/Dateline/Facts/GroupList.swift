/// Up to four noun groups, in place: clauses are too many for arrays.
struct GroupList: RandomAccessCollection, ExpressibleByArrayLiteral {
  private var groups: SIMD4<Int32> = SIMD4(repeating: -1)
  private(set) var count = 0
  static let most = 4

  init(arrayLiteral elements: Int...) { for group in elements { append(group) } }
  init(_ group: Int) { append(group) }
  init() {}

  var startIndex: Int { 0 }
  var endIndex: Int { count }
  var isEmpty: Bool { count == 0 }
  subscript(_ index: Int) -> Int { Int(groups[index]) }

  /// Keeps the first four.
  mutating func append(_ group: Int) {
    guard count < GroupList.most else { return }
    groups[count] = Int32(truncatingIfNeeded: group)
    count += 1
  }

  mutating func prepend(_ group: Int) {
    guard count < GroupList.most else { return }
    groups = SIMD4(Int32(truncatingIfNeeded: group), groups[0], groups[1], groups[2])
    count += 1
  }

  /// All but the first.
  var rest: GroupList {
    var list = GroupList()
    for index in 0..<count where index > 0 { list.append(self[index]) }
    return list
  }
}
