#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One table: its path below `Gazetteers/` and its bytes.
public struct GazetteerTable: @unchecked Sendable {
  /// "names/cities.tsv"; "own/" and the file's path for a user's own table of names.
  public let path: String
  public let bytes: UnsafeBufferPointer<UInt8>
  /// Whether the bytes are part of this program's file.
  private var isBuiltIn = false

  /// `bytes` must stay valid as long as the table is used.
  public init(path: String, bytes: UnsafeBufferPointer<UInt8>) {
    self.path = path
    self.bytes = bytes
  }

  /// A table that this program carries.
  init(builtIn path: String, bytes: UnsafeBufferPointer<UInt8>) {
    self.init(path: path, bytes: bytes)
    isBuiltIn = true
  }

  /// Gives the memory of a built-in table back; should it be read again, it comes from the file again. All tables together are read for their hash,
  /// and mostly never after.
  func giveBack() {
    #if os(Linux)
      guard isBuiltIn, let base = bytes.baseAddress else { return }
      let page = UInt(sysconf(Int32(_SC_PAGESIZE)))
      // Whole pages of the table alone: nothing was ever written to them.
      let start = (UInt(bitPattern: base) + page - 1) / page * page
      let end = (UInt(bitPattern: base) + UInt(bytes.count)) / page * page
      if start < end, let first = UnsafeMutableRawPointer(bitPattern: start) { madvise(first, Int(end - start), MADV_DONTNEED) }
    #endif
  }

  /// What the paths of a user's own tables of names start with.
  public static var ownPrefix: String { GazetteerTablePaths.own }

  /// Reads a file, or standard input for "-"; nil when it cannot be read. The bytes stay for as long as the process lives: a handful of tables
  /// that a user names.
  public init?(path: String, file: String) {
    let descriptor = file == "-" ? dup(0) : open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return nil }
    // One byte more than a file has shows its end at once; what is no file has no size.
    var capacity = max(1 << 16, Int(status.st_size) + 1)
    guard var memory = malloc(capacity) else { return nil }
    LargePages.advise(memory, capacity)
    var count = 0
    while true {
      if count == capacity {
        capacity *= 2
        guard let larger = realloc(memory, capacity) else { return nil }
        memory = larger
      }
      let read = read(descriptor, memory + count, capacity - count)
      if read < 0 && errno == EINTR { continue }
      if read < 0 {
        free(memory)
        return nil
      }
      if read == 0 { break }
      count += read
    }
    self.init(path: path, bytes: UnsafeBufferPointer(start: memory.assumingMemoryBound(to: UInt8.self), count: count))
  }

  /// Keeps a copy of `bytes` for as long as the process lives.
  public init(path: String, copying bytes: [UInt8]) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = copy.initialize(from: bytes)
    self.init(path: path, bytes: UnsafeBufferPointer(copy))
  }
}
