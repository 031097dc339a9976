/// What the platform does besides drawing.
@MainActor
public protocol Device: AnyObject {
    /// Speaks a sentence, after what is being said already.
    func say(_ sentence: String)
    /// Ends whatever is being said, at once.
    func hush()
    /// A soft chime.
    func chime()
    /// A short touch of the phone's motor.
    func buzz()
    /// Keeps the screen on, or lets it go.
    func keepScreenOn(_ on: Bool)
    /// Tells whoever uses a screen reader, after what it is reading already; nobody else hears it.
    func announce(_ sentence: String)
}
