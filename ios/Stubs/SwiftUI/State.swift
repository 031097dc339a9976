// State, bindings and the environment.

// developer.apple.com/documentation/swiftui/binding
@propertyWrapper @dynamicMemberLookup
public struct Binding<Value> {
    private let get: () -> Value
    private let set: (Value) -> Void

    // developer.apple.com/documentation/swiftui/binding/init(get:set:)
    public init(
        get: @escaping @isolated(any) @Sendable () -> Value, set: @escaping @isolated(any) @Sendable (Value) -> Void
    ) {
        self.get = { fatalError("a stub binds nothing") }
        self.set = { _ in }
    }

    init(_ value: Value) {
        get = { value }
        set = { _ in }
    }

    // developer.apple.com/documentation/swiftui/binding/wrappedvalue
    public var wrappedValue: Value {
        get { get() }
        nonmutating set { set(newValue) }
    }

    // developer.apple.com/documentation/swiftui/binding/projectedvalue
    public var projectedValue: Binding<Value> { self }

    // developer.apple.com/documentation/swiftui/binding/subscript(dynamicmember:)
    public subscript<Subject>(dynamicMember keyPath: WritableKeyPath<Value, Subject>) -> Binding<Subject> {
        Binding<Subject>(get()[keyPath: keyPath])
    }
}

// developer.apple.com/documentation/swiftui/bindable
@propertyWrapper @dynamicMemberLookup
public struct Bindable<Value> {
    // developer.apple.com/documentation/swiftui/bindable/wrappedvalue
    public var wrappedValue: Value

    // developer.apple.com/documentation/swiftui/bindable/projectedvalue
    public var projectedValue: Bindable<Value> { self }

    // developer.apple.com/documentation/swiftui/bindable/init(wrappedvalue:)
    @available(*, unavailable, message: "The wrapped value must be an object that conforms to Observable")
    public init(wrappedValue: Value) { fatalError("unavailable") }
}

extension Bindable where Value: AnyObject & Observable {
    // developer.apple.com/documentation/swiftui/bindable/init(wrappedvalue:)
    public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }

    // developer.apple.com/documentation/swiftui/bindable/subscript(dynamicmember:)
    public subscript<Subject>(dynamicMember keyPath: ReferenceWritableKeyPath<Value, Subject>) -> Binding<Subject> {
        Binding<Subject>(wrappedValue[keyPath: keyPath])
    }
}

// developer.apple.com/documentation/swiftui/state
@propertyWrapper
public struct State<Value> {
    private let value: Value

    // developer.apple.com/documentation/swiftui/state/init(wrappedvalue:)
    public init(wrappedValue value: Value) { self.value = value }

    // developer.apple.com/documentation/swiftui/state/wrappedvalue
    public var wrappedValue: Value {
        get { value }
        nonmutating set {}
    }

    // developer.apple.com/documentation/swiftui/state/projectedvalue
    public var projectedValue: Binding<Value> { Binding(value) }
}

// developer.apple.com/documentation/swiftui/focusstate
@propertyWrapper
public struct FocusState<Value: Hashable> {
    // developer.apple.com/documentation/swiftui/focusstate/binding
    public struct Binding {
        // developer.apple.com/documentation/swiftui/focusstate/binding/wrappedvalue
        public var wrappedValue: Value {
            get { fatalError("a stub focuses nothing") }
            nonmutating set {}
        }
    }

    // developer.apple.com/documentation/swiftui/focusstate/init()
    public init() where Value == Bool {}

    // developer.apple.com/documentation/swiftui/focusstate/wrappedvalue
    public var wrappedValue: Value {
        get { fatalError("a stub focuses nothing") }
        nonmutating set {}
    }

    // developer.apple.com/documentation/swiftui/focusstate/projectedvalue
    public var projectedValue: FocusState<Value>.Binding { Binding() }
}

// developer.apple.com/documentation/swiftui/environmentkey
public protocol EnvironmentKey {
    associatedtype Value
    static var defaultValue: Value { get }
}

// developer.apple.com/documentation/swiftui/environmentvalues
public struct EnvironmentValues {
    // developer.apple.com/documentation/swiftui/environmentvalues/subscript(_:)
    public subscript<Key: EnvironmentKey>(key: Key.Type) -> Key.Value {
        get { Key.defaultValue }
        set {}
    }

    // developer.apple.com/documentation/swiftui/environmentvalues/colorscheme
    public var colorScheme: ColorScheme {
        get { .light }
        set {}
    }

    // developer.apple.com/documentation/swiftui/environmentvalues/dynamictypesize
    public var dynamicTypeSize: DynamicTypeSize {
        get { .large }
        set {}
    }

    // developer.apple.com/documentation/swiftui/environmentvalues/verticalsizeclass
    public var verticalSizeClass: UserInterfaceSizeClass? {
        get { .regular }
        set {}
    }

    // developer.apple.com/documentation/swiftui/environmentvalues/isenabled
    public var isEnabled: Bool {
        get { true }
        set {}
    }

    // developer.apple.com/documentation/swiftui/environmentvalues/timezone
    public var timeZone: TimeZone {
        get { .gmt }
        set {}
    }

    // developer.apple.com/documentation/swiftui/environmentvalues/scenephase
    public var scenePhase: ScenePhase {
        get { .active }
        set {}
    }

    // developer.apple.com/documentation/swiftui/environmentvalues/accessibilityreducemotion
    public var accessibilityReduceMotion: Bool { false }

    // developer.apple.com/documentation/swiftui/environmentvalues/openurl
    public var openURL: OpenURLAction { OpenURLAction() }
}

// developer.apple.com/documentation/swiftui/environment
@propertyWrapper
public struct Environment<Value> {
    private let keyPath: KeyPath<EnvironmentValues, Value>

    // developer.apple.com/documentation/swiftui/environment/init(_:)
    public init(_ keyPath: KeyPath<EnvironmentValues, Value>) { self.keyPath = keyPath }

    // developer.apple.com/documentation/swiftui/environment/wrappedvalue
    public var wrappedValue: Value { EnvironmentValues()[keyPath: keyPath] }
}

// developer.apple.com/documentation/swiftui/openurlaction
@MainActor @preconcurrency public struct OpenURLAction {
    nonisolated init() {}

    // developer.apple.com/documentation/swiftui/openurlaction/callasfunction(_:)
    public func callAsFunction(_ url: URL) {}
}

// developer.apple.com/documentation/swiftui/colorscheme
public enum ColorScheme: CaseIterable, Sendable {
    case light, dark
}

// developer.apple.com/documentation/swiftui/userinterfacesizeclass
public enum UserInterfaceSizeClass: Sendable {
    case compact, regular
}

// developer.apple.com/documentation/swiftui/scenephase
public enum ScenePhase: Comparable, Sendable {
    case background, inactive, active
}

// developer.apple.com/documentation/swiftui/dynamictypesize
public enum DynamicTypeSize: Hashable, Comparable, CaseIterable, Sendable {
    case xSmall, small, medium, large, xLarge, xxLarge, xxxLarge
    case accessibility1, accessibility2, accessibility3, accessibility4, accessibility5
}
