package app.mingmen.ui.player

import java.time.Instant
import kotlin.math.abs

/** A practice as it is shown outside the window. It says what is done now and for how long, and nothing of the person. */
data class Outside(
    /** The movement that is done now. */
    val movement: String,
    /** The whole of which it is a part. */
    val routine: String,
    /** When this movement ends, while time is running; `null` while it is held. */
    val endsAt: Instant?,
) {
    /** Whether there is anything to show anew. The same moment reckoned a second later may differ by a little. */
    fun isNewsAfter(before: Outside?): Boolean =
        before == null || copy(endsAt = before.endsAt) != before || apartMs(endsAt, before.endsAt) > UNSEEN_MS

    private fun apartMs(one: Instant?, other: Instant?): Long = when {
        one == null && other == null -> 0
        one == null || other == null -> Long.MAX_VALUE
        else -> abs(one.toEpochMilli() - other.toEpochMilli())
    }

    private companion object {
        const val UNSEEN_MS = 900L
    }
}

/** What a person can ask of a practice from outside the window. */
enum class OutsideKey { PAUSE, GO_ON, END }
