// Reads documents from standard input and prints the span features that Gazetteers/weights/fit_names.py fits weights to.
//
// Input, for each document: a line "D <lines> <labels>", then <labels> lines "<utf8 start> <utf8 end> <type 0-3>" (or none and -1 to leave
// second-pass features out), then the lines of the text. With the argument "names" it prints every feature's name instead.
import Dateline

if CommandLine.arguments.dropFirst().first == "names" {
  for feature in 0..<NameFitting.featureCount { print(NameFitting.name(feature)) }
} else {
  let gazetteer = try GazetteerFile.standard()
  let extractor = Extractor(gazetteer: gazetteer)
  let fitting = NameFitting(gazetteer: gazetteer)
  var number = 0
  while let header = readLine(strippingNewline: true) {
    let parts = header.split(separator: " ")
    guard parts.count == 3, let lines = Int(parts[1]), let count = Int(parts[2]) else { break }
    var labels: [(span: Span, type: Int)] = []
    for _ in 0..<max(0, count) {
      let fields = (readLine() ?? "").split(separator: " ").compactMap { Int($0) }
      if fields.count == 3 { labels.append((Span(fields[0], fields[1]), fields[2])) }
    }
    var text = ""
    for index in 0..<lines { text += (index > 0 ? "\n" : "") + (readLine(strippingNewline: true) ?? "") }
    let analysis = extractor.analyze(Article(id: "\(number)", input: Array(text.utf8)))
    print("D \(number)")
    print(fitting.dump(analysis, labels: count < 0 ? nil : labels), terminator: "")
    number += 1
  }
}
