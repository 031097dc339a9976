import MingmenCore

/// What the platform does besides drawing.
@MainActor
public protocol Device: AnyObject {
    /// Whether there is a voice that speaks these sentences. Where there is none, chimes lead the breath.
    var canSpeak: Bool { get }
    /// Whether a screen reader is running. Two voices at once are never understood, so it says the milestones then.
    var hasScreenReader: Bool { get }
    /// Called when the phone takes the sound away, as for a call.
    var whenInterrupted: (@MainActor () async -> Void)? { get set }
    /// Speaks a sentence, after what is being said already.
    func say(_ sentence: String)
    /// Ends whatever is being said, at once. A chime rings out: it is soft, and to cut it would click.
    func hush()
    /// A soft chime.
    func chime(_ chime: Chime)
    /// A touch of the phone's motor.
    func touch(_ touch: Touch)
    /// Makes the sound of other apps quieter, never silent, or lets it be as it was. Asking twice asks once.
    func duck(_ on: Bool)
    /// Keeps the screen on, or lets it go.
    func keepScreenOn(_ on: Bool)
    /// Tells whoever uses a screen reader, after what it is reading already; nobody else hears it.
    func announce(_ sentence: String)
}
