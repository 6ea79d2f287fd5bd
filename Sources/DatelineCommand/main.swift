import Dateline
import Glibc

// For now: `stream` and `graph|extract FILE… --format json`, one thread.
let gazetteer = try GazetteerFile.standard()
let processor = StreamProcessor(gazetteer: gazetteer)
var output = JSONOutput()
@MainActor func flush() {
  var written = 0
  output.bytes.withUnsafeBytes { buffer in
    while written < buffer.count {
      let count = write(1, buffer.baseAddress! + written, buffer.count - written)
      if count <= 0 { exit(1) }
      written += count
    }
  }
  output.removeAll()
}
func readAll(_ descriptor: Int32) -> [UInt8] {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 20)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count <= 0 { return bytes }
    bytes.append(contentsOf: chunk[..<count])
  }
}
let arguments = CommandLine.arguments.dropFirst()
if arguments.first == "stream" {
  let bytes = readAll(0)
  var number = 0
  var failed = false
  do {
    let all = UnsafeBufferPointer(start: bytes.withUnsafeBufferPointer { $0.baseAddress }, count: bytes.count)
    var from = 0
    while from < all.count {
      var to = from
      while to < all.count, all[to] != 10 { to += 1 }
      number += 1
      if to > from, !processor.process(UnsafeBufferPointer(rebasing: all[from..<to]), number: number, into: &output) { failed = true }
      if output.bytes.count > 1 << 20 { flush() }
      from = to + 1
    }
  }
  flush()
  exit(failed ? 1 : 0)
} else {
  let extractor = Extractor(gazetteer: gazetteer)
  let writer = GraphWriter(gazetteer: gazetteer)
  for path in arguments.dropFirst() where !path.hasPrefix("--") && path != "json" {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { exit(1) }
    writer.write(extractor.analyze(Article(id: path, input: readAll(descriptor))), into: &output)
    output.newline()
  }
  flush()
}
