import Dateline

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What stands behind the paths of a command line.
enum InputFiles {
  /// The files meant: `-` is standard input, a directory stands for its `*.txt` files in byte order of their paths.
  static func expand(_ paths: [String]) -> [String] {
    var files: [String] = []
    for path in paths {
      var status = stat()
      if path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        files += texts(in: path)
      } else {
        files.append(path)
      }
    }
    return files
  }

  private static func texts(in directory: String) -> [String] { names(in: directory, ending: ".txt") }

  /// The files of a directory whose names end so, in byte order.
  static func names(in directory: String, ending suffix: String) -> [String] {
    guard let handle = opendir(directory) else { return [] }
    defer { closedir(handle) }
    var found: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX)) { String(cString: $0) }
      }
      if name.hasSuffix(suffix) { found.append(directory.hasSuffix("/") ? directory + name : directory + "/" + name) }
    }
    return found.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// The bytes of a file or of standard input; nil when it cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    if path == "-" { return readAll(0) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return nil }
    return readAll(descriptor)
  }

  private static func readAll(_ descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { return nil }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}
