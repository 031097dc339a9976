// swift-tools-version: 6.0
import PackageDescription

// The core for Swift. `cargo xtask bindings` writes Sources/MingmenCore/Generated and Sources/MingmenFFI/include, and
// builds the static library; hand its folder, with nothing else in it, to the linker:
//
//     swift test --disable-xctest -Xlinker -L<folder of libmingmen_ffi.a>
let package = Package(
    name: "MingmenCore",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [
        .library(name: "MingmenCore", targets: ["MingmenCore"])
    ],
    targets: [
        .systemLibrary(name: "MingmenFFI", path: "Sources/MingmenFFI/include"),
        .target(name: "MingmenCore", dependencies: ["MingmenFFI"]),
        .testTarget(name: "MingmenCoreTests", dependencies: ["MingmenCore"]),
        .testTarget(name: "JourneyTests", dependencies: ["MingmenCore"]),
    ],
    swiftLanguageModes: [.v6]
)
