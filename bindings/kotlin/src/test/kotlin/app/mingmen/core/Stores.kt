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

/** As somebody is led who has chosen nothing. */
internal val usualGuidance = Guidance(
    breathMs = 8_000u,
    voice = VoiceDetail.FULL,
    pacer = null,
    breathChimes = false,
    touches = false,
    otherSideFirst = false,
    warmUp = false,
    gratitude = false,
    intention = false,
)

internal val tenMinutes = Choices(10u, Posture.SEATED, usualGuidance, emptyList())

internal val freePractice = BeginDraft("routine-phase-1", tenMinutes, PracticeReason.Free, null)
