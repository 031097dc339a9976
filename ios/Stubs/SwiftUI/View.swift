// A stand-in for SwiftUI that only Linux sees: declarations without behaviour, enough for the compiler to check types and
// isolation of the views. Each is written as Apple documents it on the page that is named above it, and only what the
// views use is here. It proves nothing of how a page looks or behaves.

@_exported import Foundation
@_exported import Observation

// developer.apple.com/documentation/swiftui/view
@MainActor @preconcurrency public protocol View {
    associatedtype Body: View
    @ViewBuilder @MainActor @preconcurrency var body: Body { get }
}

// developer.apple.com/documentation/swiftui/view#conforming-types
extension Never: View {
    public var body: Never { fatalError("Never has no body") }
}

/// A view that is drawn by the system and not made of others.
public protocol PrimitiveView: View where Body == Never {}

extension PrimitiveView {
    public var body: Never { fatalError("a primitive view has no body") }
}

// developer.apple.com/documentation/swiftui/viewbuilder
@resultBuilder
public struct ViewBuilder {
    // developer.apple.com/documentation/swiftui/viewbuilder/buildblock()
    public static func buildBlock() -> EmptyView { EmptyView() }

    // developer.apple.com/documentation/swiftui/viewbuilder/buildblock(_:)
    public static func buildBlock<Content: View>(_ content: Content) -> Content { content }

    // developer.apple.com/documentation/swiftui/viewbuilder/buildblock(_:)
    public static func buildBlock<each Content: View>(_ content: repeat each Content) -> TupleView<
        (repeat each Content)
    > {
        TupleView((repeat each content))
    }

    // developer.apple.com/documentation/swiftui/viewbuilder/buildexpression(_:)
    public static func buildExpression<Content: View>(_ content: Content) -> Content { content }

    // developer.apple.com/documentation/swiftui/viewbuilder/buildif(_:)
    public static func buildIf<Content: View>(_ content: Content?) -> Content? { content }

    // developer.apple.com/documentation/swiftui/viewbuilder/buildeither(first:)
    public static func buildEither<First: View, Second: View>(first: First) -> _ConditionalContent<First, Second> {
        _ConditionalContent()
    }

    // developer.apple.com/documentation/swiftui/viewbuilder/buildeither(second:)
    public static func buildEither<First: View, Second: View>(second: Second) -> _ConditionalContent<First, Second> {
        _ConditionalContent()
    }
}

// developer.apple.com/documentation/swift/optional
extension Optional: View where Wrapped: View {
    public var body: Never { fatalError("an optional view has no body") }
}

// developer.apple.com/documentation/swiftui/tupleview
public struct TupleView<T>: PrimitiveView {
    nonisolated public init(_ value: T) {}
}

// developer.apple.com/documentation/swiftui/viewbuilder/buildeither(first:)
public struct _ConditionalContent<First: View, Second: View>: PrimitiveView {
    nonisolated init() {}
}

// developer.apple.com/documentation/swiftui/emptyview
public struct EmptyView: PrimitiveView {
    nonisolated public init() {}
}

/// What a modifier gives back: a view of its own type, and no promise besides.
struct Modified: PrimitiveView {
    nonisolated init() {}
}
