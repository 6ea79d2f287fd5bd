import Dateline
let gazetteer = try GazetteerFile.standard()
let extractor = Extractor(gazetteer: gazetteer)
let fitting = QuoteFitting(gazetteer: gazetteer)
while let header = readLine(strippingNewline: true) {
  let parts = header.split(separator: " ")
  guard parts.count == 2, let lines = Int(parts[1]) else { break }
  var text = ""
  for index in 0..<lines { text += (index > 0 ? "\n" : "") + (readLine(strippingNewline: true) ?? "") }
  print("D")
  print(fitting.dump(extractor.analyze(Article(id: "a", input: Array(text.utf8)))), terminator: "")
}
