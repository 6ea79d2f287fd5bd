#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The probability that a name is right, by its margin over the next best reading.
///
/// The model is surer than it is right on texts it was not fitted on: slope and offset were fitted on held-out newswire, so that nine in ten
/// names of confidence 0.9 are right there (`Benchmarks/ACCURACY.md` has the table).
final class MarginCalibration {
  /// The probabilities of margins in whole hundredths, as the model gives them: an exponential for each mention would cost more than its place
  /// in the table, and so would the division that tells a whole hundredth.
  private let known = UnsafeMutablePointer<(margin: Float, probability: Float)>.allocate(capacity: size)
  private static let size = 1024

  init() {
    for hundredths in 0..<MarginCalibration.size {
      let margin = Float(hundredths) / 100
      (known + hundredths).initialize(to: (margin, MarginCalibration.compute(margin)))
    }
  }

  deinit { known.deallocate() }

  /// The probability for a margin, the same whether the table has it or not.
  @inline(__always)
  func confidence(_ margin: Float) -> Float {
    let hundredths = Int(margin * 100 + 0.5)
    guard hundredths >= 0, hundredths < MarginCalibration.size, known[hundredths].margin == margin else {
      return MarginCalibration.compute(margin)
    }
    return known[hundredths].probability
  }

  private static func compute(_ margin: Float) -> Float { Float(1 / (1 + exp(0.19 - 0.72 * Double(margin)))) }
}
