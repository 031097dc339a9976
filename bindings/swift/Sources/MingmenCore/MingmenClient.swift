/// `Mingmen` for Swift concurrency: each command and query as a method to await, and `changes` to say what to reload.
///
/// Calls wait for the database, so they run one after another on a queue of their own and never on the main thread or
/// the threads of other tasks. The present moment is asked of `now` at each call: tests set the clock, apps hand over
/// `Now.ofThisDevice`.
///
/// ```swift
/// let options = OpenOptions(path: file, seed: OpenOptions.randomSeed(), locale: "en", country: "GB")
/// let mingmen = try await MingmenClient.open(options, now: Now.ofThisDevice)
/// print(try await mingmen.today().heading)
/// try await mingmen.shutDown()
/// ```
///
/// Every method throws `MingmenError`.
public actor MingmenClient {
    private let mingmen: any MingmenProtocol
    private let now: @Sendable () -> Now
    private let queue: CoreQueue
    private var listeners: [Int: AsyncStream<Set<Subject>>.Continuation] = [:]
    private var nextListener = 0

    /// A client of a core that is open already, or of a double of it.
    public init(_ mingmen: any MingmenProtocol, now: @escaping @Sendable () -> Now) {
        self.init(mingmen, now: now, queue: CoreQueue())
    }

    private init(_ mingmen: any MingmenProtocol, now: @escaping @Sendable () -> Now, queue: CoreQueue) {
        self.mingmen = mingmen
        self.now = now
        self.queue = queue
    }

    /// Opens the database, and makes it if it is not there. See `Mingmen`.
    public static func open(_ options: OpenOptions, now: @escaping @Sendable () -> Now) async throws -> MingmenClient {
        let queue = CoreQueue()
        // Opening may upgrade the database, which takes its time: not on the threads of other tasks either.
        let mingmen = try await queue.run { try Mingmen(options: options, now: now()) }
        return MingmenClient(mingmen, now: now, queue: queue)
    }

    public nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    /// What each write from now on changes, once it is kept; writes that change nothing are silent.
    ///
    /// Each caller has a stream of their own. It ends with `shutDown`.
    public func changes() -> AsyncStream<Set<Subject>> {
        let (stream, continuation) = AsyncStream.makeStream(of: Set<Subject>.self)
        let listener = nextListener
        nextListener += 1
        listeners[listener] = continuation
        continuation.onTermination = { [weak self] _ in
            Task { await self?.forget(listener) }
        }
        return stream
    }

    /// Closes the database: calls that follow throw `MingmenError.Closed`. Closing again does nothing.
    public func shutDown() throws {
        try mingmen.shutDown()
        listeners.values.forEach { $0.finish() }
        listeners = [:]
    }

    private func forget(_ listener: Int) {
        listeners[listener] = nil
    }

    /// Runs a query at the present moment.
    func read<Answer>(_ query: (any MingmenProtocol, Now) throws -> Answer) rethrows -> Answer {
        try query(mingmen, now())
    }

    /// Runs a command at the present moment and tells everybody what it changed.
    func write<Made>(
        _ changes: KeyPath<Made, [Subject]>,
        _ command: (any MingmenProtocol, Now) throws -> Made
    ) rethrows -> Made {
        let made = try command(mingmen, now())
        let changed = Set(made[keyPath: changes])
        if !changed.isEmpty {
            listeners.values.forEach { $0.yield(changed) }
        }
        return made
    }
}
