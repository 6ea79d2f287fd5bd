/// 64-bit hash of folded bytes, the same on every machine and in every run (it is stored in the compiled gazetteer).
///
/// A multiply-and-fold over eight bytes at a time, in the manner of wyhash; not cryptographic, so every hit is verified byte for byte.
enum ByteHash {
  @inline(__always) static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  @inline(__always) static func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
    var index = 0
    while index + 8 <= count {
      let word = UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self).littleEndian
      state = mix(state ^ word, 0xE703_7ED1_A0B4_28DB)
      index += 8
    }
    var tail: UInt64 = 0
    var shift: UInt64 = 0
    if count >= 8 {
      // The last eight bytes without those that are in already: how many are left is anybody's guess.
      let last = UnsafeRawPointer(bytes + (count &- 8)).loadUnaligned(as: UInt64.self).littleEndian
      tail = (last &>> 8) &>> (56 &- UInt64(truncatingIfNeeded: count &- index) &* 8)
      index = count
    }
    while index < count {
      tail |= UInt64(bytes[index]) << shift
      shift += 8
      index += 1
    }
    state = mix(state ^ tail, 0x8EBC_6AF0_9C88_C6E3)
    return state == 0 ? 1 : state
  }

  /// Hash of a large block, four lanes at once: for naming tables, several times as fast as `hash`.
  static func wide(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var lanes = SIMD4<UInt64>(0x9E37_79B9_7F4A_7C15, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3)
    let raw = UnsafeRawPointer(bytes)
    var index = 0
    while index + 32 <= count {
      for lane in 0..<4 {
        let word = raw.loadUnaligned(fromByteOffset: index + lane * 8, as: UInt64.self).littleEndian
        lanes[lane] = mix(lanes[lane] ^ word, 0xA076_1D64_78BD_642F)
      }
      index += 32
    }
    let tail = hash(bytes + index, count - index)
    return mix(mix(lanes[0] ^ lanes[1], lanes[2] ^ 0xE703_7ED1_A0B4_28DB) ^ lanes[3], tail ^ UInt64(truncatingIfNeeded: count))
  }
}
