/// The name, in graphs and `--version`, of the rules that an extractor runs with: those in the program and those of the user.
public enum EngineRules {
  /// Sixteen hex digits.
  public static func hash(_ user: UserRules? = nil) -> String {
    let digits = String(user.map { ByteHash.mix(builtIn ^ $0.hash, 0xA076_1D64_78BD_642F) } ?? builtIn, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// All rules that the program holds in the pattern language.
  static let all: [Rule] = FactRules.all
  private static let builtIn = RuleSet.hash(all)
}
