extension QuoteScene {
  /// The person whom coreference found "the Spaniard" at `head` to mean; -1 for nobody.
  func national(_ head: Int) -> Int32 {
    let overlaps = layers.analysis.pointee.overlaps
    // Those of coreference stand in the order of the text.
    var low = 0
    var high = overlaps.count
    while low < high {
      let middle = (low + high) / 2
      if overlaps[middle].tokens.last < head { low = middle + 1 } else { high = middle }
    }
    guard low < overlaps.count, overlaps[low].tokens.last == head, layers.entities[Int(overlaps[low].entity)].type == .person else {
      return -1
    }
    return overlaps[low].entity
  }
}
