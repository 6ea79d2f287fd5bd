import Dateline

let gazetteer = try GazetteerFile.standard()
print(gazetteer.lexicon.count, gazetteer.names.count, gazetteer.hash)
let text = "ISTANBUL (AP) – U.S. Vice President J.D. Vance didn’t visit Geneva-based Tu-22M makers, Mr. O’Neil’s firm said. It paid $1.5bn at 10:30 to AT&T in S.D. pro-Russian 76-year-old Turkish-Iranian https://example.com/a?b=c."
let extractor = Extractor(gazetteer: gazetteer)
let analysis = extractor.analyze(Article(id: "x", input: text.utf8))
print((0..<analysis.tokens.count).map { analysis.article.text(analysis.tokens.span($0)) }.joined(separator: "|"))
