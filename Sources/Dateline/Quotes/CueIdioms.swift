extension QuoteScene {
  /// Whether the noun at `cue` is that of "in the words of".
  func isInTheWords(_ cue: Int) -> Bool {
    cue > 1 && cue + 1 < count && lexeme(cue) == words.wordsWord && lexeme(cue - 2) == words.inWord && tokens.has(cue - 1, .articleThe)
      && lexeme(cue + 1) == words.of
  }

  /// Whether the verb may be that of "put it".
  func isPut(_ verb: Int) -> Bool { tag(verb).isVerb && lemma(verb) == words.put }

  /// Whether the verb at `index` is one of speech: say, comment, answer.
  func isSpeech(_ index: Int) -> Bool {
    verbCue(index) >= 0 && table.isSpeech(lemma(index))
  }
}
