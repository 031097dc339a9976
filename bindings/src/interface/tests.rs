use super::*;

const KOTLIN: &str = r#"
/**
 * A cue.
 */
data class Cue (
    /**
     * When it begins.
     */
    val `atMs`: kotlin.UInt
    , 
    val `names`: Map<String, List<CueId>>
    
){
    companion object
}
/**
 * @suppress
 */
public object FfiConverterTypeCue: FfiConverterRustBuffer<Cue> {
}
/**
 * A breath.
 */
enum class Breath {
    
    /**
     * In.
     */
    IN,
    OUT;

    companion object
}
sealed class Change {
    
    /**
     * Wait.
     */
    object Hold : Change()
    
    /**
     * Rest.
     */
    data class Pause(
        val `through`: CivilDate) : Change()
        
    {
        companion object
    }
}
public interface DoorInterface {
    
    /**
     * Opens.
     */
    fun `open`(`now`: Now): Cue
    
    fun `shut`()
    
    companion object
}
/**
 * A door.
 */
open class Door: Disposable, AutoCloseable, DoorInterface
{
    /**
     * @suppress
     */
    constructor(withHandle: UniffiWithHandle, handle: Long) {
    }
    constructor(`now`: Now) :
        this(UniffiWithHandle, 1) {
    }
}
        /**
         * Says the version.
         */ fun `version`(): kotlin.String {
            return "{}"
    }
/**
 * Names a cue.
 */
public typealias CueId = kotlin.String
public typealias FfiConverterTypeCueId = FfiConverterString
"#;

const KOTLIN_PAGE: &str = "\
class Door
    constructor(now: Now)
    fun open(now: Now): Cue
    fun shut()
data class Cue
    atMs: UInt
    names: Map<String, List<CueId>>
enum class Breath
    IN
    OUT
fun version(): String
sealed class Change
    Hold
    Pause
        through: CivilDate
typealias CueId = String
";

#[test]
fn kotlin_is_read_as_types_and_what_they_hold() {
    assert_eq!(page(&Language::Kotlin.read(KOTLIN)), KOTLIN_PAGE);
}

#[test]
fn a_kotlin_item_without_documentation_is_found_wherever_it_is() {
    let found = undocumented(&Language::Kotlin.read(KOTLIN));
    let expected = [
        "class Door / constructor(now: Now)",
        "class Door / fun shut()",
        "data class Cue / names: Map<String, List<CueId>>",
        "enum class Breath / OUT",
        "sealed class Change",
        "sealed class Change / Pause / through: CivilDate",
    ];
    assert_eq!(found, expected);
}

const SWIFT: &str = r#"
public protocol DoorProtocol: AnyObject, Sendable {
    /**
     * Opens.
     */
    func open(now: Now) throws  -> Cue
    
    func shut() 
    
}
/**
 * A door.
 */
open class Door: DoorProtocol, @unchecked Sendable {
    /// Used for fakes.
#if swift(>=5.8)
    @_documentation(visibility: private)
#endif
    public struct NoHandle {
        public init() {}
    }
    /**
     * Opens it.
     */
public convenience init(now: Now)throws  {
}
}
#if swift(>=5.8)
@_documentation(visibility: private)
#endif
public struct FfiConverterTypeDoor: FfiConverter {
}
/**
 * A cue.
 */
public struct Cue: Equatable, Hashable {
    /**
     * When it begins.
     */
    public let atMs: UInt32
    public let names: [String: [CueId]]

    public init(
        /**
         * When it begins.
         */atMs: UInt32, names: [String: [CueId]]) {
        self.atMs = atMs
    }
}
public
enum DoorError: Swift.Error, Equatable, Hashable {
    /**
     * Locked.
     */
    case Locked
    case Stuck(
        /**
         * How far.
         */far: UInt8, why: String
    )
}
/**
 * Names a cue.
 */
public typealias CueId = String
/**
 * Says the version.
 */
public func version() -> String  {
}
public func FfiConverterTypeCueId_lift(_ value: RustBuffer) throws -> CueId {
}
"#;

const SWIFT_PAGE: &str = "\
class Door: DoorProtocol, @unchecked Sendable
    init(now: Now) throws
    func open(now: Now) throws -> Cue
    func shut()
enum DoorError: Swift.Error, Equatable, Hashable
    case Locked
    case Stuck
        far: UInt8
        why: String
func version() -> String
struct Cue: Equatable, Hashable
    atMs: UInt32
    names: [String: [CueId]]
typealias CueId = String
";

#[test]
fn swift_is_read_as_types_and_what_they_hold() {
    assert_eq!(page(&Language::Swift.read(SWIFT)), SWIFT_PAGE);
}

#[test]
fn a_swift_item_without_documentation_is_found_wherever_it_is() {
    let found = undocumented(&Language::Swift.read(SWIFT));
    let expected = [
        "class Door: DoorProtocol, @unchecked Sendable / func shut()",
        "enum DoorError: Swift.Error, Equatable, Hashable",
        "enum DoorError: Swift.Error, Equatable, Hashable / case Stuck",
        "enum DoorError: Swift.Error, Equatable, Hashable / case Stuck / why: String",
        "struct Cue: Equatable, Hashable / names: [String: [CueId]]",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_difference_names_the_type_that_a_line_stands_under() {
    let old = "data class Cue\n    atMs: UInt\nenum class Breath\n    IN\n";
    let new = "data class Cue\n    atMs: ULong\nenum class Breath\n    IN\n    OUT\n";
    let expected =
        "- data class Cue / atMs: UInt\n+ data class Cue / atMs: ULong\n+ enum class Breath / OUT\n";
    assert_eq!(difference(old, new), expected);
}

#[test]
fn equal_pages_have_no_difference_and_another_order_is_one() {
    assert_eq!(difference("a\nb\n", "a\nb\n"), "");
    assert_eq!(difference("a\nb\n", "b\na\n"), "the same lines in another order\n");
}
