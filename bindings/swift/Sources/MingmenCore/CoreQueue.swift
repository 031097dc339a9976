import Dispatch

/// The thread that the core is called on: one call after another, apart from the threads that tasks share, because a
/// call waits for the database.
final class CoreQueue: SerialExecutor {
    private let queue = DispatchQueue(label: "app.mingmen.core", qos: .userInitiated)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }

    /// Runs a piece of work that belongs to no actor yet.
    func run<Made: Sendable>(_ work: @escaping @Sendable () throws -> Made) async throws -> Made {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: work)) }
        }
    }
}
