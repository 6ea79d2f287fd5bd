/// The number, letter or bullet that opens an item of a list: "1.", "2)", "(iii)", "a.)", "•".
struct ListMarker {
  /// The first token behind it.
  var end: Int
  /// Its number (a letter's place in the alphabet); 0 for a bare bullet.
  var number: Int
  var isLetter: Bool
  var isCapital: Bool
  var hasBullet: Bool
  var closer: UInt8

  /// Whether this marker is that of the item after `other`.
  func follows(_ other: ListMarker) -> Bool {
    if number == 0 { return other.number == 0 && hasBullet && other.hasBullet }
    return number == other.number + 1 && isLetter == other.isLetter && isCapital == other.isCapital && closer == other.closer
      && hasBullet == other.hasBullet
  }

  /// The marker at `token`, if one stands there.
  static func read(_ columns: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ token: Int) -> ListMarker? {
    let first = bytes[Int(columns.start[token])]
    // Quick refusal of ordinary words.
    let length = columns.end[token] - columns.start[token]
    if length > 4 || length > 2 && (first | 0x20) &- 97 < 26 && first | 0x20 != UInt8(ascii: "i") && first | 0x20 != UInt8(ascii: "v") {
      return nil
    }
    var at = token
    var bulleted = false
    func mark(_ index: Int) -> Mark {
      index < columns.count && columns.flags[index].contains(.punctuation)
        ? Mark.read(bytes, Int(columns.start[index]), Int(columns.end[index])) : .other
    }
    let opening = mark(at)
    if opening == .bullet {
      bulleted = true
      at += 1
    }
    var bracket = false
    if mark(at) == .bracketOpen {
      bracket = true
      at += 1
    }
    guard at < columns.count, let (value, letter, carriesStop) = ordinal(columns, bytes, at, bracket) else {
      return bulleted && !bracket && columns.flags[token].contains(.spaceBefore)
        ? ListMarker(end: at, number: 0, isLetter: false, isCapital: false, hasBullet: true, closer: 0) : nil
    }
    let isCapital = bytes[Int(columns.start[at])] &- 65 < 26
    at += 1
    var closer: UInt8 = bracket ? UInt8(ascii: "(") : 0
    if carriesStop { closer = UInt8(ascii: ".") }
    if !carriesStop, mark(at) == .stop, !columns.flags[at].contains(.spaceBefore) {
      closer = UInt8(ascii: ".")
      at += 1
    }
    if mark(at) == .bracketClose, !columns.flags[at].contains(.spaceBefore) {
      closer = closer == UInt8(ascii: ".") ? UInt8(ascii: ":") : bracket ? closer : UInt8(ascii: ")")
      at += 1
    } else if bracket {
      return nil
    }
    guard closer != 0, at < columns.count, columns.flags[at].contains(.spaceBefore) else { return nil }
    return ListMarker(end: at, number: value, isLetter: letter, isCapital: isCapital, hasBullet: bulleted, closer: closer)
  }

  /// The number that a token says: digits, one letter, or a small roman numeral.
  @inline(__always)
  private static func ordinal(_ columns: TokenColumns, _ bytes: UnsafeBufferPointer<UInt8>, _ token: Int, _ bracket: Bool) -> (
    Int, Bool, Bool
  )? {
    let start = Int(columns.start[token])
    var end = Int(columns.end[token])
    var carriesStop = false
    if end - start > 1, bytes[end - 1] == UInt8(ascii: ".") {
      end -= 1
      carriesStop = true
    }
    guard end - start <= 4 else { return nil }
    if bytes[start] &- 48 < 10 {
      var value = 0
      for index in start..<end {
        guard bytes[index] &- 48 < 10 else { return nil }
        value = value * 10 + Int(bytes[index] - 48)
      }
      return end - start <= 3 ? (value, false, carriesStop) : nil
    }
    let letter = bytes[start] | 0x20
    guard letter &- 97 < 26 else { return nil }
    if end - start == 1, letter != UInt8(ascii: "i") { return (Int(letter) - 96, true, carriesStop) }
    guard bytes[start] >= 97 else { return nil }
    var value = 0
    var previous = 0
    for index in start..<end {
      let digit: Int
      switch bytes[index] {
      case UInt8(ascii: "i"): digit = 1
      case UInt8(ascii: "v"): digit = 5
      case UInt8(ascii: "x"): digit = 10
      default: return nil
      }
      value += digit > previous && previous > 0 ? digit - 2 * previous : digit
      previous = digit
    }
    return (value, true, carriesStop)
  }
}
