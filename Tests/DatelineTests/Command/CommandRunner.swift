import Foundation

/// Runs the built `dateline` in temporary folders, which go with it.
final class CommandRunner {
  struct Answer {
    var status: Int32
    var output: String
    var error: String
  }

  private var folders: [URL] = []

  deinit { for folder in folders { try? FileManager.default.removeItem(at: folder) } }

  /// An empty folder.
  func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-" + UUID().uuidString)
    folders.append(folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  func write(_ text: String, to path: String, in folder: URL) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Streams pass through files, so that no full pipe can hold the command up.
  ///
  /// - Parameter limits: what the shell’s `ulimit` shall hold the command to; more ends it.
  func run(_ arguments: [String], in folder: URL, input: String = "", limits: [String] = []) throws -> Answer {
    let files = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
    try Data(input.utf8).write(to: files[0])
    for file in files[1...] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("dateline")
    if !FileManager.default.isExecutableFile(atPath: process.executableURL!.path) {
      process.executableURL = URL(fileURLWithPath: FileManager.default.currentDirectoryPath + "/.build/debug/dateline")
    }
    process.arguments = arguments
    if !limits.isEmpty {
      let script = limits.map { "ulimit \($0) && " }.joined() + "exec \"$0\" \"$@\""
      process.arguments = ["-c", script, process.executableURL!.path] + arguments
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
    }
    process.currentDirectoryURL = folder
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Answer(
      status: process.terminationStatus, output: try String(contentsOf: files[1], encoding: .utf8),
      error: try String(contentsOf: files[2], encoding: .utf8))
  }
}
