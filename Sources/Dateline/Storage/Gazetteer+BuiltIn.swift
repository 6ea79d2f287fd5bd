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
      return GazetteerTable(builtIn: String(cString: table.path), bytes: UnsafeBufferPointer(start: table.bytes, count: Int(table.count)))
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
    let cache = GazetteerCache.users
    if let cached = cache?.file(hash) { return cached }
    let compiled = try GazetteerCompiler.compile(tables, hash: hash)
    if let cached = cache?.keep(compiled, hash) { return cached }
    return try compiled.file()
  }

  /// Lets `body` write to a new file and gives it its name when that went well, so that no reader ever sees half of it.
  public static func write(to path: String, _ body: (Int32) -> Bool) -> Bool {
    // A name that no other process and no other thread of this one takes.
    let draft = path + ".\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return false }
    let whole = body(descriptor)
    guard close(descriptor) == 0, whole, rename(draft, path) == 0 else {
      unlink(draft)
      return false
    }
    return true
  }

  /// Writes all of `bytes`; false when that fails.
  static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress! + written, bytes.count - written)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return false }
      written += count
    }
    return true
  }
}
