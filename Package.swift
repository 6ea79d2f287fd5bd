// swift-tools-version: 6.1
import PackageDescription

/// Whether the command's release carries all libraries that it uses.
let isStatic = Context.environment["DATELINE_DYNAMIC"] == nil

let package = Package(
  name: "dateline",
  products: [
    .library(name: "Dateline", targets: ["Dateline"]),
    .executable(name: "dateline", targets: ["DatelineCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // libicu behind an opaque header: ICU's own headers clash with Foundation's bundled ICU.
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc")]),
    // The tables under Gazetteers/, carried inside the binary.
    .target(name: "CDatelineTables"),
    // The whole extractor, one module: calls across modules are not inlined.
    .target(name: "Dateline", dependencies: ["CICU", "CDatelineTables"]),
    // A release is one file that needs nothing: Swift's libraries, ICU and C's are inside, so it runs on any Linux of its architecture, gives the
    // same bytes everywhere and starts sooner. A debug build keeps the system's C library and ICU, which sanitizers ask for. What the argument
    // parser's Foundation needs is named, since only a package that is compiled so throughout would find it by itself. Users of the library are
    // not concerned. Where a system has no static libraries, DATELINE_DYNAMIC=1 builds against the shared ones.
    .executableTarget(
      name: "DatelineCommand",
      dependencies: ["Dateline", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      linkerSettings: [
        .unsafeFlags([isStatic ? "-static-executable" : "-static-stdlib"], .when(platforms: [.linux], configuration: .release)),
        .unsafeFlags(["-static-stdlib"], .when(platforms: [.linux], configuration: .debug)),
        .unsafeFlags(["-use-ld=lld"], .when(platforms: [.linux])),
        .linkedLibrary("_FoundationCollections", .when(platforms: [.linux])),
        .linkedLibrary("_FoundationCShims", .when(platforms: [.linux])),
        .linkedLibrary("swiftSynchronization", .when(platforms: [.linux])),
        .linkedLibrary("icudata", .when(platforms: [.linux], configuration: .release)),
      ]),
    // Prints span features for Gazetteers/weights/fit_names.py.
    .executableTarget(name: "NameFeatureDump", dependencies: ["Dateline"]),
    .executableTarget(name: "QuoteFeatureDump", dependencies: ["Dateline"]),
    .testTarget(name: "DatelineTests", dependencies: ["Dateline", "CICU"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
