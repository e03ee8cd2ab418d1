// swift-tools-version: 6.1
import PackageDescription

/// Whether the fuzz targets are asked for (`make fuzz`): they carry libFuzzer, and all code is built to be watched by it.
let isFuzzing = Context.environment["CJM_FUZZ"] != nil

/// Swift 6 language mode comes with the tools version; warnings fail the build only here, never in a package that depends on this one.
let strict: [SwiftSetting] =
  isFuzzing
  ? [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])]
  : Context.environment["CJM_STRICT"] == nil ? [] : [.unsafeFlags(["-warnings-as-errors"])]

/// A module of the library: every arrow in `dependencies` points down (Documentation/architecture.md).
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

var targets: [Target] = [
  .executableTarget(
    name: "cjm",
    dependencies: [
      "JourneyCatalogue", "JourneyFormats", "JourneyTerms", "JourneyModel", "JourneySyntax", "JourneyDiagnostics",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ],
    swiftSettings: strict
  ),
  module(
    "JourneyCatalogue",
    ["JourneyFormats", "JourneyTerms", "JourneyModel", "JourneySyntax", "JourneyDiagnostics"]),
  module("JourneyFormats", ["JourneyLayout", "JourneyTerms", "JourneyModel", "JourneySyntax", "JourneyDiagnostics"]),
  module("JourneyLayout", ["JourneyTerms", "JourneyModel"]),
  module("JourneyTerms", ["JourneyModel", "JourneySyntax", "JourneyDiagnostics", "CEmbedded"]),
  module("JourneyModel", ["JourneyDiagnostics"]),
  module("JourneySyntax", ["JourneyDiagnostics", "CLibYAML", "CExpat"]),
  module("JourneyDiagnostics"),
  .target(name: "CEmbedded"),
  .systemLibrary(
    name: "CLibYAML",
    pkgConfig: "yaml-0.1",
    providers: [.apt(["libyaml-dev"]), .brew(["libyaml"]), .yum(["libyaml-devel"])]
  ),
  .systemLibrary(
    name: "CExpat",
    pkgConfig: "expat",
    providers: [.apt(["libexpat1-dev"]), .brew(["expat"]), .yum(["expat-devel"])]
  ),
  tests("JourneyDiagnosticsTests", ["JourneyDiagnostics"]),
  tests("JourneySyntaxTests", ["JourneySyntax"]),
  tests("JourneyTermsTests", ["JourneyTerms"]),
  tests("JourneyLayoutTests", ["JourneyLayout"]),
  tests("JourneyModelTests", ["JourneyModel", "JourneyFormats"]),
  tests("JourneyFormatsTests", ["JourneyFormats"]),
  tests("JourneyCatalogueTests", ["JourneyCatalogue"]),
  tests("CommandTests", ["cjm"], exclude: ["Cases"]),
]

if isFuzzing {
  targets.append(
    .target(
      name: "FuzzSupport", dependencies: ["JourneyFormats", "JourneyDiagnostics"], path: "Tests/Fuzzing/FuzzSupport",
      swiftSettings: strict))
  for name in ["FuzzCSV", "FuzzCSVGrid", "FuzzDOT", "FuzzJSON", "FuzzYAML"] {
    targets.append(
      .executableTarget(
        name: name, dependencies: ["FuzzSupport", "JourneyFormats", "JourneySyntax"], path: "Tests/Fuzzing/\(name)",
        exclude: ["Seeds"],
        swiftSettings: strict, linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
  }
}

let package = Package(
  name: "journeymaps",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "cjm", targets: ["cjm"]),
    .library(
      name: "JourneyMaps",
      targets: [
        "JourneyCatalogue", "JourneyFormats", "JourneyLayout", "JourneyTerms", "JourneyModel", "JourneySyntax",
        "JourneyDiagnostics",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: targets,
  cLanguageStandard: .c2x
)
