// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "dateline-benchmarks",
  dependencies: [
    .package(name: "dateline", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // ICU's own word iteration over UTF-8: the floor that every stage is compared with.
    .target(name: "CFloor", linkerSettings: [.linkedLibrary("icuuc")]),
    .executableTarget(
      name: "dateline-bench",
      dependencies: [
        "CFloor", .product(name: "Dateline", package: "dateline"), .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/DatelineBench"),
  ],
  swiftLanguageModes: [.v6]
)
