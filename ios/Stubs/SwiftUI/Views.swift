// Views and containers.

// developer.apple.com/documentation/swiftui/localizedstringkey
public struct LocalizedStringKey: Equatable, ExpressibleByStringInterpolation {
    // developer.apple.com/documentation/swiftui/localizedstringkey/init(stringliteral:)
    public init(stringLiteral value: String) {}
}

// developer.apple.com/documentation/swiftui/text
public struct Text: PrimitiveView, Equatable {
    // developer.apple.com/documentation/swiftui/text/init(verbatim:)
    nonisolated public init(verbatim content: String) {}
}

// developer.apple.com/documentation/swiftui/image
public struct Image: PrimitiveView, Equatable {
    // developer.apple.com/documentation/swiftui/image/init(systemname:)
    nonisolated public init(systemName: String) {}
}

// developer.apple.com/documentation/swiftui/label
public struct Label<Title: View, Icon: View>: PrimitiveView {}

extension Label where Title == Text, Icon == Image {
    // developer.apple.com/documentation/swiftui/label/init(_:systemimage:)
    nonisolated public init<S: StringProtocol>(_ title: S, systemImage name: String) {}
}

// developer.apple.com/documentation/swiftui/vstack
public struct VStack<Content: View>: PrimitiveView {
    // developer.apple.com/documentation/swiftui/vstack/init(alignment:spacing:content:)
    nonisolated public init(
        alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content
    ) {}
}

// developer.apple.com/documentation/swiftui/hstack
public struct HStack<Content: View>: PrimitiveView {
    // developer.apple.com/documentation/swiftui/hstack/init(alignment:spacing:content:)
    nonisolated public init(
        alignment: VerticalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content
    ) {}
}

// developer.apple.com/documentation/swiftui/lazyvstack
public struct LazyVStack<Content: View>: PrimitiveView {
    // developer.apple.com/documentation/swiftui/lazyvstack/init(alignment:spacing:pinnedviews:content:)
    nonisolated public init(
        alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content
    ) {}
}

// developer.apple.com/documentation/swiftui/zstack
public struct ZStack<Content: View>: PrimitiveView {
    // developer.apple.com/documentation/swiftui/zstack/init(alignment:content:)
    nonisolated public init(alignment: Alignment = .center, @ViewBuilder content: () -> Content) {}
}

// developer.apple.com/documentation/swiftui/viewthatfits
public struct ViewThatFits<Content: View>: PrimitiveView {
    // developer.apple.com/documentation/swiftui/viewthatfits/init(in:content:)
    nonisolated public init(in axes: Axis.Set = [.horizontal, .vertical], @ViewBuilder content: () -> Content) {}
}

// developer.apple.com/documentation/swiftui/spacer
public struct Spacer: PrimitiveView {
    // developer.apple.com/documentation/swiftui/spacer/init(minlength:)
    nonisolated public init(minLength: CGFloat? = nil) {}
}

// developer.apple.com/documentation/swiftui/scrollview
public struct ScrollView<Content: View>: PrimitiveView {
    // developer.apple.com/documentation/swiftui/scrollview/init(_:content:)
    nonisolated public init(_ axes: Axis.Set = .vertical, @ViewBuilder content: () -> Content) {}
}

// developer.apple.com/documentation/swiftui/griditem
public struct GridItem: Sendable {
    // developer.apple.com/documentation/swiftui/griditem/size-swift.enum
    public enum Size: Sendable {
        case flexible(minimum: CGFloat = 10, maximum: CGFloat = .infinity)
    }

    // developer.apple.com/documentation/swiftui/griditem/init(_:spacing:alignment:)
    public init(_ size: GridItem.Size = .flexible(), spacing: CGFloat? = nil, alignment: Alignment? = nil) {}
}

// developer.apple.com/documentation/swiftui/lazyvgrid
public struct LazyVGrid<Content: View>: PrimitiveView {
    // developer.apple.com/documentation/swiftui/lazyvgrid/init(columns:alignment:spacing:pinnedviews:content:)
    nonisolated public init(
        columns: [GridItem], alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil,
        @ViewBuilder content: () -> Content
    ) {}
}

// developer.apple.com/documentation/swiftui/foreach
public struct ForEach<Data: RandomAccessCollection, ID: Hashable, Content> {}

extension ForEach: View where Content: View {
    public var body: Never { fatalError("ForEach has no body") }
}

extension ForEach where Content: View {
    // developer.apple.com/documentation/swiftui/foreach/init(_:id:content:)
    nonisolated public init(
        _ data: Data, id: KeyPath<Data.Element, ID>, @ViewBuilder content: @escaping (Data.Element) -> Content
    ) {}
}

// developer.apple.com/documentation/swiftui/button
public struct Button<Label: View>: PrimitiveView {
    // developer.apple.com/documentation/swiftui/button/init(action:label:)
    nonisolated public init(action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> Label) {}
}

extension Button where Label == Text {
    // developer.apple.com/documentation/swiftui/button/init(_:action:)
    nonisolated public init<S: StringProtocol>(_ title: S, action: @escaping @MainActor () -> Void) {}

    // developer.apple.com/documentation/swiftui/button/init(_:role:action:)
    nonisolated public init<S: StringProtocol>(
        _ title: S, role: ButtonRole?, action: @escaping @MainActor () -> Void
    ) {}
}

// developer.apple.com/documentation/swiftui/buttonstyle
@MainActor @preconcurrency public protocol ButtonStyle {
    associatedtype Body: View
    typealias Configuration = ButtonStyleConfiguration
    @ViewBuilder @MainActor @preconcurrency func makeBody(configuration: Configuration) -> Body
}

// developer.apple.com/documentation/swiftui/buttonstyleconfiguration
public struct ButtonStyleConfiguration {
    // developer.apple.com/documentation/swiftui/buttonstyleconfiguration/label-swift.struct
    public struct Label: PrimitiveView {
        nonisolated init() {}
    }

    // developer.apple.com/documentation/swiftui/buttonstyleconfiguration/label-swift.property
    public let label: Label

    // developer.apple.com/documentation/swiftui/buttonstyleconfiguration/ispressed
    public let isPressed: Bool
}

// developer.apple.com/documentation/swiftui/primitivebuttonstyle
@MainActor @preconcurrency public protocol PrimitiveButtonStyle {}

// developer.apple.com/documentation/swiftui/plainbuttonstyle
public struct PlainButtonStyle: PrimitiveButtonStyle {
    nonisolated public init() {}
}

extension PrimitiveButtonStyle where Self == PlainButtonStyle {
    // developer.apple.com/documentation/swiftui/primitivebuttonstyle/plain
    public static var plain: PlainButtonStyle { PlainButtonStyle() }
}

// developer.apple.com/documentation/swiftui/textfield
public struct TextField<Label: View>: PrimitiveView {}

extension TextField where Label == Text {
    // developer.apple.com/documentation/swiftui/textfield/init(_:text:axis:)
    nonisolated public init<S: StringProtocol>(_ title: S, text: Binding<String>, axis: Axis) {}
}

// developer.apple.com/documentation/swiftui/datepickercomponents
public struct DatePickerComponents: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }

    // developer.apple.com/documentation/swiftui/datepickercomponents/hourandminute
    public static let hourAndMinute = DatePickerComponents(rawValue: 1)

    // developer.apple.com/documentation/swiftui/datepickercomponents/date
    public static let date = DatePickerComponents(rawValue: 2)
}

// developer.apple.com/documentation/swiftui/datepicker
public struct DatePicker<Label: View>: PrimitiveView {}

extension DatePicker where Label == Text {
    // developer.apple.com/documentation/swiftui/datepicker/init(_:selection:displayedcomponents:)
    nonisolated public init<S: StringProtocol>(
        _ title: S, selection: Binding<Date>, displayedComponents: DatePickerComponents
    ) {}

    // developer.apple.com/documentation/swiftui/datepicker/init(_:selection:in:displayedcomponents:)
    nonisolated public init<S: StringProtocol>(
        _ title: S, selection: Binding<Date>, in range: ClosedRange<Date>, displayedComponents: DatePickerComponents
    ) {}
}

// developer.apple.com/documentation/swiftui/geometryproxy
public struct GeometryProxy {
    // developer.apple.com/documentation/swiftui/geometryproxy/size
    public var size: CGSize { .zero }
}

// developer.apple.com/documentation/swiftui/geometryreader
public struct GeometryReader<Content: View>: PrimitiveView {
    // developer.apple.com/documentation/swiftui/geometryreader/init(content:)
    nonisolated public init(@ViewBuilder content: @escaping (GeometryProxy) -> Content) {}
}

// developer.apple.com/documentation/swiftui/sharelink
public struct ShareLink<Data: RandomAccessCollection, PreviewImage, PreviewIcon, Label: View>: PrimitiveView {}

extension ShareLink where PreviewImage == Never, PreviewIcon == Never, Data == CollectionOfOne<URL> {
    // developer.apple.com/documentation/swiftui/sharelink/init(item:subject:message:label:)
    nonisolated public init(
        item: URL, subject: Text? = nil, message: Text? = nil, @ViewBuilder label: () -> Label
    ) {}
}

// developer.apple.com/documentation/swiftui/tabview
public struct TabView<SelectionValue: Hashable, Content: View>: PrimitiveView {
    // developer.apple.com/documentation/swiftui/tabview/init(selection:content:)
    nonisolated public init(selection: Binding<SelectionValue>?, @ViewBuilder content: () -> Content) {}
}

// developer.apple.com/documentation/swiftui/app
@MainActor @preconcurrency public protocol App {
    associatedtype Body: Scene
    @SceneBuilder @MainActor @preconcurrency var body: Body { get }
    @MainActor @preconcurrency init()
}

extension App {
    // developer.apple.com/documentation/swiftui/app/main()
    @MainActor @preconcurrency public static func main() {}
}

// developer.apple.com/documentation/swiftui/scene
@MainActor @preconcurrency public protocol Scene {
    associatedtype Body: Scene
    @SceneBuilder @MainActor @preconcurrency var body: Body { get }
}

extension Never: Scene {}

// developer.apple.com/documentation/swiftui/scenebuilder
@resultBuilder
public struct SceneBuilder {
    // developer.apple.com/documentation/swiftui/scenebuilder/buildblock(_:)
    public static func buildBlock<Content: Scene>(_ content: Content) -> Content { content }
}

// developer.apple.com/documentation/swiftui/windowgroup
public struct WindowGroup<Content: View>: Scene {
    // developer.apple.com/documentation/swiftui/windowgroup/init(content:)
    nonisolated public init(@ViewBuilder content: () -> Content) {}

    public var body: Never { fatalError("WindowGroup has no body") }
}
