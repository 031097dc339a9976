package app.mingmen.core

/**
 * Which sentence to show for an error: one per case of [MingmenException], named like it.
 *
 * The sentences themselves are each app's own resources, in the person's language.
 */
enum class ErrorKey {
    /** A value is impossible or out of range. */
    INVALID_INPUT,

    /** A file that was handed in cannot be read. */
    INVALID_FILE,

    /** No routine fits all that was asked for; the error itself says what to change. */
    NOTHING_FITS,

    /** The time zone is not known. */
    UNKNOWN_ZONE,

    /** What was asked for is not there. */
    NOT_FOUND,

    /** Practice is shut by the screening. */
    PRACTICE_SHUT,

    /** The thing has already ended. */
    ALREADY_ENDED,

    /** Another practice is still open. */
    PRACTICE_STILL_OPEN,

    /** Another process holds the database. */
    STORE_BUSY,

    /** The database cannot be written. */
    STORE_READ_ONLY,

    /** The database cannot be opened. */
    STORE_UNAVAILABLE,

    /** The file is not a Mingmen database. */
    STORE_FOREIGN,

    /** The file is from a newer version of the app. */
    STORE_NEWER,

    /** The database is damaged. */
    STORE_DAMAGED,

    /** No space is left on the device. */
    STORE_FULL,

    /** Reading or writing failed. */
    STORE_FAILED,

    /** The store was shut down. */
    CLOSED,

    /** A fault of ours. */
    INTERNAL,
}

/** Which sentence to show for this error. */
val MingmenException.key: ErrorKey
    get() = when (this) {
        is MingmenException.InvalidInput -> ErrorKey.INVALID_INPUT
        is MingmenException.InvalidFile -> ErrorKey.INVALID_FILE
        is MingmenException.NothingFits -> ErrorKey.NOTHING_FITS
        is MingmenException.UnknownZone -> ErrorKey.UNKNOWN_ZONE
        is MingmenException.NotFound -> ErrorKey.NOT_FOUND
        is MingmenException.PracticeShut -> ErrorKey.PRACTICE_SHUT
        is MingmenException.AlreadyEnded -> ErrorKey.ALREADY_ENDED
        is MingmenException.PracticeStillOpen -> ErrorKey.PRACTICE_STILL_OPEN
        is MingmenException.StoreBusy -> ErrorKey.STORE_BUSY
        is MingmenException.StoreReadOnly -> ErrorKey.STORE_READ_ONLY
        is MingmenException.StoreUnavailable -> ErrorKey.STORE_UNAVAILABLE
        is MingmenException.StoreForeign -> ErrorKey.STORE_FOREIGN
        is MingmenException.StoreNewer -> ErrorKey.STORE_NEWER
        is MingmenException.StoreDamaged -> ErrorKey.STORE_DAMAGED
        is MingmenException.StoreFull -> ErrorKey.STORE_FULL
        is MingmenException.StoreFailed -> ErrorKey.STORE_FAILED
        is MingmenException.Closed -> ErrorKey.CLOSED
        is MingmenException.Internal -> ErrorKey.INTERNAL
    }
