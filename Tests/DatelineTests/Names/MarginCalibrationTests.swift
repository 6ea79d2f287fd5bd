import Testing

@testable import Dateline

@Suite struct MarginCalibrationTests {
  /// Whole hundredths stand in the table, the margins between them and beyond its end are computed: one rising curve.
  @Test func tableAndFormulaAgree() {
    let calibration = MarginCalibration()
    var last: Float = 0
    for thousandths in -500...12_000 {
      let confidence = calibration.confidence(Float(thousandths) / 1000)
      #expect(confidence >= last && confidence <= 1, "\(thousandths)")
      last = confidence
    }
    #expect(calibration.confidence(0) > 0.45 && calibration.confidence(0) < 0.46)
    #expect(calibration.confidence(4) > 0.93 && calibration.confidence(4) < 0.94)
  }
}
