import Foundation

/// What to say to a person for each error: short, level, what happened and what is possible.
///
/// The sentence is looked up by `key` in the app's `Localizable` strings, such as `error.store_full`; where the app has
/// none in the person's language, the English one here is shown.
extension MingmenError: LocalizedError {
    public var errorDescription: String? { sentence(in: .main) }

    /// Names the case in an app's strings: `error.` and the case in `snake_case`.
    public var key: String { words.key }

    /// The sentence from the strings of this bundle, or the English one.
    public func sentence(in bundle: Bundle) -> String {
        bundle.localizedString(forKey: key, value: words.english, table: nil)
    }

    private var words: (key: String, english: String) {
        switch self {
        case .InvalidInput:
            (
                "error.invalid_input",
                "One of the entries does not fit. Nothing was saved; it can be mended and sent again."
            )
        case .InvalidFile:
            ("error.invalid_file", "This file cannot be read as a routine. Nothing was saved.")
        case .NothingFits(let said):
            ("error.nothing_fits", said)
        case .UnknownZone:
            ("error.unknown_zone", "The phone named a time zone that Mingmen does not know. Nothing was saved.")
        case .NotFound:
            ("error.not_found", "This is not here any more.")
        case .PracticeShut:
            ("error.practice_shut", "Practice is closed until the questions about your health have been answered.")
        case .AlreadyEnded:
            ("error.already_ended", "This has already ended.")
        case .PracticeStillOpen:
            ("error.practice_still_open", "Another practice is still open. You can go on with it or finish it there.")
        case .StoreBusy:
            ("error.store_busy", "Your notes are in use just now. Please try again in a moment.")
        case .StoreReadOnly:
            ("error.store_read_only", "Your notes can be read, but this phone does not let Mingmen write to them.")
        case .StoreUnavailable:
            ("error.store_unavailable", "Your notes could not be opened. They have not been changed.")
        case .StoreForeign:
            ("error.store_foreign", "This file does not belong to Mingmen. It has not been changed.")
        case .StoreNewer:
            (
                "error.store_newer",
                "These notes were kept by a newer Mingmen. Update the app to open them; they have not been changed."
            )
        case .StoreDamaged:
            (
                "error.store_damaged",
                "Some of these notes are damaged. Nothing has been deleted; a backup can bring them back."
            )
        case .StoreFull:
            ("error.store_full", "This note is not saved yet. Free some space, then try again.")
        case .StoreFailed:
            ("error.store_failed", "This could not be saved or read. Please try again.")
        case .Closed:
            ("error.closed", "Mingmen was closed. Open it again to go on.")
        case .Internal:
            ("error.internal", "Something went wrong inside Mingmen. What you kept before is safe.")
        }
    }
}
