// swift-tools-version: 6.0
import PackageDescription

// The iOS app without its shell: models over the core, and the SwiftUI views. Build the core first, see
// ../bindings/swift/Package.swift.
var targets: [Target] = [
    .target(
        name: "MingmenKit",
        dependencies: [.product(name: "MingmenCore", package: "swift")]),
    .testTarget(name: "MingmenKitTests", dependencies: ["MingmenKit"]),
]

#if os(Linux)
    // SwiftUI is Apple's alone. A stub of it that declares what the views use lets the compiler check them here.
    let swiftUI: [Target.Dependency] = ["SwiftUI"]
#else
    let swiftUI: [Target.Dependency] = []
#endif

let package = Package(
    name: "MingmenApp",
    defaultLocalization: "en",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [
        .library(name: "MingmenKit", targets: ["MingmenKit"])
    ],
    dependencies: [.package(path: "../bindings/swift")],
    targets: targets,
    swiftLanguageModes: [.v6]
)
