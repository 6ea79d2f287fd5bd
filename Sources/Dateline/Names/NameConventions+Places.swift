extension NameConventions {
  // MARK: Datelines

  /// The dateline's place is a name and a place, whatever the model sees there, if anything; several places parted by slashes are left to it.
  func settleDateline(_ spans: inout [NameSpan]) {
    guard let place = datelinePlace else { return }
    if let last = datelinePlaces.last {
      // "DOVER, Del. & BASEL, Switzerland": each by itself.
      let places = [place] + datelinePlaces
      spans.removeAll { $0.tokens.start < last.end && $0.tokens.end > place.start }
      spans.mergeOrdered(places.map { NameSpan($0, NameSpan.place, by: .dateline) }) { $0.tokens.start }
      return
    }
    let at = firstSpan(endingAfter: place.start, spans)
    if at < spans.count, spans[at].tokens.start < place.end {
      if spans[at].tokens == place, spans[at].type != NameSpan.place { spans[at] = NameSpan(place, NameSpan.place, by: .dateline) }
    } else if !place.indices.contains(where: { tokens.is($0, .punctuation) }) {
      spans.insert(NameSpan(place, NameSpan.place, by: .dateline), at: at)
    }
  }

  // MARK: Nouns for places

  /// "the Amazon city of Belem": what may be a place is one right before a noun for places in small letters.
  func takePlaceNoun(_ span: inout NameSpan) {
    let noun = Int(span.tokens.end)
    guard span.type == NameSpan.organization, span.tokens.count == 1, span.margin < 2, noun + 1 < tokens.count,
      tokens.has(noun, .placeHead), tokens.is(noun, .lowercase), tokens.has(noun + 1, .prepOf),
      known(span.tokens) & GazetteerClass.maybePlaceMask != 0
    else { return }
    span = NameSpan(span.tokens, NameSpan.place, by: .placeNoun)
  }
}
