// swift-tools-version: 6.0
import PackageDescription

// The iOS app without its shell: models over the core, and the SwiftUI views. Build the core first, see
// ../bindings/swift/Package.swift.
var targets: [Target] = [
    .target(
        name: "MingmenKit",
        dependencies: [.product(name: "MingmenCore", package: "swift")]),
    .testTarget(name: "MingmenKitTests", dependencies: ["MingmenKit"]),
    .testTarget(name: "MingmenUITests", dependencies: ["MingmenUI"]),
    // Needs no view, so that it can write the tokens that the views need.
    .testTarget(name: "TokensTests"),
]
var viewDependencies: [Target.Dependency] = ["MingmenKit"]

#if os(Linux)
    // SwiftUI is Apple's alone. A stub of it that declares what the views use lets the compiler check them here.
    targets.append(.target(name: "SwiftUI", path: "Stubs/SwiftUI"))
    viewDependencies.append("SwiftUI")
    // The shell is the Xcode project's; here as much of it is checked as needs no UIKit.
    targets.append(
        .target(
            name: "MingmenShell", dependencies: ["MingmenUI"] + viewDependencies, path: "App", exclude: ["Info.plist"]))
    targets.append(.testTarget(name: "StubTests", dependencies: ["MingmenShell"]))
#endif

targets.append(
    .target(
        name: "MingmenUI",
        dependencies: viewDependencies,
        resources: [.process("Resources")]))

let package = Package(
    name: "MingmenApp",
    defaultLocalization: "en",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [
        .library(name: "MingmenKit", targets: ["MingmenKit"]),
        .library(name: "MingmenUI", targets: ["MingmenUI"]),
    ],
    dependencies: [.package(path: "../bindings/swift")],
    targets: targets,
    swiftLanguageModes: [.v6]
)
