extension MingmenClient {
    /// A page of the diary: the days before a date on which something was kept, the newest first.
    public func history(before: CivilDate?, count: UInt32) throws -> HistoryPage {
        try read { core, now in try core.history(before: before, count: count, now: now) }
    }

    /// A check-in as it is, to be put right.
    public func checkInEntry(id: CheckInId) throws -> CheckInEntry {
        try read { core, _ in try core.checkInEntry(id: id) }
    }

    /// Corrects a check-in: it has another id from then on.
    public func correctCheckIn(id: CheckInId, draft: CheckInDraft) throws -> CheckInCorrected {
        try write(\.changes) { core, now in try core.correctCheckIn(id: id, draft: draft, now: now) }
    }

    /// Deletes a check-in.
    public func deleteCheckIn(id: CheckInId) throws -> EntryDeleted {
        try write(\.changes) { core, now in try core.deleteCheckIn(id: id, now: now) }
    }

    /// A practice as it is, to be put right.
    public func practiceEntry(id: PracticeId) throws -> PracticeEntry {
        try read { core, now in try core.practiceEntry(id: id, now: now) }
    }

    /// Corrects a practice: it has another id from then on. Of one that the app led, what it counts for can be changed.
    public func correctPractice(id: PracticeId, draft: EnteredPracticeDraft) throws -> PracticeCorrected {
        try write(\.changes) { core, now in try core.correctPractice(id: id, draft: draft, now: now) }
    }

    /// Deletes a practice. What was noted about it stays, on its own.
    public func deletePractice(id: PracticeId) throws -> EntryDeleted {
        try write(\.changes) { core, now in try core.deletePractice(id: id, now: now) }
    }

    /// A small note as it is, to be put right.
    public func noteEntry(id: NoteId) throws -> NoteEntry {
        try read { core, _ in try core.noteEntry(id: id) }
    }

    /// Corrects a small note: it has another id from then on.
    public func correctNote(id: NoteId, draft: NoteDraft) throws -> NoteKept {
        try write(\.changes) { core, now in try core.correctNote(id: id, draft: draft, now: now) }
    }

    /// A rating of an activity as it is, to be put right.
    public func ratingEntry(id: ActivityRatingId) throws -> RatingEntry {
        try read { core, _ in try core.ratingEntry(id: id) }
    }

    /// Corrects a rating of an activity: it has another id from then on.
    public func correctRating(id: ActivityRatingId, rating: UInt8) throws -> RatingCorrected {
        try write(\.changes) { core, now in try core.correctRating(id: id, rating: rating, now: now) }
    }

    /// Deletes a rating of an activity.
    public func deleteRating(id: ActivityRatingId) throws -> EntryDeleted {
        try write(\.changes) { core, now in try core.deleteRating(id: id, now: now) }
    }
}

extension MingmenClient {
    /// The page of everyday activities.
    public func activities() throws -> ActivitiesPage {
        try read { core, now in try core.activities(now: now) }
    }

    /// Names an activity to be rated from now on.
    public func nameActivity(name: String) throws -> ActivityNamed {
        try write(\.changes) { core, now in try core.nameActivity(name: name, now: now) }
    }

    /// Calls an activity by another name.
    public func renameActivity(id: ActivityId, name: String) throws -> ActivityChanged {
        try write(\.changes) { core, now in try core.renameActivity(id: id, name: name, now: now) }
    }

    /// Rates an activity no more. Its ratings stay.
    public func retireActivity(id: ActivityId) throws -> ActivityChanged {
        try write(\.changes) { core, now in try core.retireActivity(id: id, now: now) }
    }

    /// Keeps how activities go, all of them or none.
    public func rateActivities(ratings: [ActivityRatingDraft]) throws -> ActivitiesRated {
        try write(\.changes) { core, now in try core.rateActivities(ratings: ratings, now: now) }
    }
}
