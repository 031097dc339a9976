/// A person's history out as files, and in again.
extension MingmenClient {
    /// Begins to write everything that the person kept to a file, which is there when the work is done.
    public func exportArchive(path: String) throws -> LongTask {
        try read { core, now in try core.exportArchive(path: path, now: now) }
    }

    /// Begins to read an archive: the steps check all of it and change nothing, then `takeImport` takes it.
    public func importArchive(path: String) throws -> LongTask {
        try read { core, now in try core.importArchive(path: path, now: now) }
    }

    /// Begins to write two tables for a spreadsheet, which are there when the work is done.
    public func exportTables(practices: String, checkIns: String) throws -> LongTask {
        try read { core, _ in try core.exportTables(practices: practices, checkIns: checkIns) }
    }

    /// Begins to read a table of practices that were kept elsewhere: nothing changes before `takeImport`.
    public func importTable(path: String) throws -> LongTask {
        try read { core, now in try core.importTable(path: path, now: now) }
    }

    /// Takes the archive or the table that was read: all of it at once, or nothing where it fails.
    public func takeImport(task: UInt32, mode: ImportMode) throws -> ImportTaken {
        try write(\.changes) { core, now in try core.takeImport(task: task, mode: mode, now: now) }
    }

    /// Does some more of long work, about so many rows.
    public func stepTask(task: UInt32, budget: UInt32) throws -> Progressed {
        try read { core, _ in try core.stepTask(task: task, budget: budget) }
    }

    /// Ends long work before its end: nothing of it is left.
    public func cancelTask(task: UInt32) throws {
        try read { core, _ in try core.cancelTask(task: task) }
    }
}
