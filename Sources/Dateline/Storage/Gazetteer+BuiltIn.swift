import CDatelineTables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finding the compiled gazetteer.
///
/// The binary carries the tables themselves. The first process that needs them compiles them and leaves the result in the user's cache,
/// under a name that says tables and format, by an atomic rename; every later process maps that file. Where nothing can be written, the
/// compiled bytes stay in memory. So a copied binary, a renamed clone, a test bundle and a package that depends on this one all work alike.
extension GazetteerFile {
  /// The tables inside this binary.
  public static var builtInTables: [GazetteerTable] {
    guard let first = dateline_tables() else { return [] }
    return (0..<Int(dateline_table_count())).map { index in
      let table = first[index]
      return GazetteerTable(path: String(cString: table.path), bytes: UnsafeBufferPointer(start: table.bytes, count: Int(table.count)))
    }
  }

  /// The compiled form of the built-in tables and of `extra` ones: from the cache, or compiled now and cached.
  ///
  /// `DATELINE_GAZETTEER` names a compiled file to use instead (when there are no extra tables).
  ///
  /// - Throws: `GazetteerError` when an extra table is faulty or the named file does not fit.
  public static func standard(adding extra: [GazetteerTable] = []) throws(GazetteerError) -> GazetteerFile {
    if extra.isEmpty, let named = getenv("DATELINE_GAZETTEER"), named.pointee != 0 {
      return try GazetteerFile(path: String(cString: named))
    }
    let tables = builtInTables + extra
    let hash = GazetteerCompiler.hash(tables)
    let digits = String(hash, radix: 16)
    let name = "gazetteer-v\(GazetteerFormat.version)-\(String(repeating: "0", count: 16 - digits.utf8.count))\(digits).bin"
    let directory = cacheDirectory()
    if let directory, let cached = try? GazetteerFile(path: directory + "/" + name, expecting: hash) { return cached }
    let bytes = try GazetteerCompiler.compile(tables)
    if let directory, write(bytes, to: directory + "/" + name),
      let cached = try? GazetteerFile(path: directory + "/" + name, expecting: hash)
    {
      return cached
    }
    return try GazetteerFile(bytes: bytes)
  }

  /// `DATELINE_CACHE`, else `XDG_CACHE_HOME`/dateline, else `HOME`/.cache/dateline; made when missing. Nil when there is none to write to.
  static func cacheDirectory() -> String? {
    func variable(_ name: String) -> String? {
      guard let value = getenv(name), value.pointee != 0 else { return nil }
      return String(cString: value)
    }
    let directory: String
    if let own = variable("DATELINE_CACHE") {
      directory = own
    } else if let cache = variable("XDG_CACHE_HOME") {
      directory = cache + "/dateline"
    } else if let home = variable("HOME") {
      mkdir(home + "/.cache", 0o700)
      directory = home + "/.cache/dateline"
    } else {
      return nil
    }
    mkdir(directory, 0o700)
    return access(directory, W_OK) == 0 ? directory : nil
  }

  /// Writes a file beside its name and renames it, so that no reader ever sees half of it.
  public static func write(_ bytes: [UInt8], to path: String) -> Bool {
    // A name that no other process and no other thread of this one takes.
    let draft = path + ".\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return false }
    var written = 0
    let whole = bytes.withUnsafeBytes { buffer in
      while written < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
        if count <= 0 { return false }
        written += count
      }
      return true
    }
    guard close(descriptor) == 0, whole, rename(draft, path) == 0 else {
      unlink(draft)
      return false
    }
    return true
  }
}
