package app.mingmen.core

import java.nio.file.Path
import java.time.Instant

/** A Monday morning in London. */
internal val morning = Now(Instant.parse("2026-03-02T08:00:00Z"), "Europe/London")

internal fun optionsIn(folder: Path, name: String = "mingmen.db") =
    OpenOptions(folder.resolve(name).toString(), ByteArray(32) { 7 }, "en", "GB")

/** A store in which practice is open. */
internal fun openIn(folder: Path): Mingmen =
    Mingmen(optionsIn(folder), morning).apply { answerScreening(emptyList(), morning) }

internal val tenMinutes = Choices(10u, Posture.SEATED, 8_000u, emptyList())

internal val freePractice = BeginDraft("routine-phase-1", tenMinutes, PracticeReason.Free, null)
