#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder of compiled gazetteers, one file for each set of tables that was used.
///
/// Whoever edits tables of his own leaves a file behind with every edit; so what nobody has used for a month goes when the next one is written.
struct GazetteerCache {
  let folder: String

  /// After so many seconds without use a file goes.
  static let lifetime = 30 * 86_400
  /// A file's time is set anew no oftener than this, in seconds.
  private static let grain = 86_400

  private static let prefix = "gazetteer-v"

  /// A cache in `folder`; nil when nothing can be written there.
  init?(folder: String) {
    mkdir(folder, 0o700)
    guard access(folder, W_OK) == 0 else { return nil }
    self.folder = folder
  }

  /// The user's: `DATELINE_CACHE`, else `XDG_CACHE_HOME`/dateline, else `HOME`/.cache/dateline; nil when there is none to write to.
  static var users: GazetteerCache? {
    func variable(_ name: String) -> String? {
      guard let value = getenv(name), value.pointee != 0 else { return nil }
      return String(cString: value)
    }
    if let own = variable("DATELINE_CACHE") { return GazetteerCache(folder: own) }
    if let cache = variable("XDG_CACHE_HOME") { return GazetteerCache(folder: cache + "/dateline") }
    guard let home = variable("HOME") else { return nil }
    mkdir(home + "/.cache", 0o700)
    return GazetteerCache(folder: home + "/.cache/dateline")
  }

  private func path(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    let zeros = String(repeating: "0", count: 16 - digits.utf8.count)
    return "\(folder)/\(GazetteerCache.prefix)\(GazetteerFormat.version)-\(zeros)\(digits).bin"
  }

  /// The compiled form of the tables of that hash; nil when it is missing or does not fit.
  func file(_ hash: UInt64) -> GazetteerFile? {
    let path = path(hash)
    guard let file = try? GazetteerFile(path: path, expecting: hash) else { return nil }
    var status = stat()
    if stat(path, &status) == 0, time(nil) - GazetteerCache.seconds(status) > GazetteerCache.grain { utimes(path, nil) }
    return file
  }

  /// Keeps a compiled gazetteer and drops what has long been unused; nil when it cannot be written.
  func keep(_ compiled: CompiledGazetteer, _ hash: UInt64) -> GazetteerFile? {
    guard compiled.write(to: path(hash)) else { return nil }
    dropUnused()
    return file(hash)
  }

  /// Removes compiled files, and halves of some, that were last used more than `lifetime` ago.
  private func dropUnused() {
    guard let handle = opendir(folder) else { return }
    defer { closedir(handle) }
    let now = time(nil)
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX)) { String(cString: $0) }
      }
      guard name.hasPrefix(GazetteerCache.prefix) else { continue }
      let path = folder + "/" + name
      var status = stat()
      if stat(path, &status) == 0, now - GazetteerCache.seconds(status) > GazetteerCache.lifetime { unlink(path) }
    }
  }

  private static func seconds(_ status: stat) -> Int {
    #if os(Linux)
      status.st_mtim.tv_sec
    #else
      status.st_mtimespec.tv_sec
    #endif
  }
}
