package app.mingmen.ui.player

import androidx.compose.runtime.Stable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import app.mingmen.core.Begun
import app.mingmen.core.CueAction
import app.mingmen.core.Effect
import app.mingmen.core.MingmenClient
import app.mingmen.core.PlayerEvent
import app.mingmen.core.PlayerPhase
import app.mingmen.core.PlayerState
import app.mingmen.core.PracticeChange
import app.mingmen.core.PracticeId
import app.mingmen.core.SayKind
import app.mingmen.core.Stepped
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import java.time.Instant

/**
 * One practice as it runs: the core's player, told of events and about once a second of the time, and the place between
 * two of its answers by the local clock. [wait] lets milliseconds of that clock go by.
 */
@Stable
class PlayerModel(
    private val core: MingmenClient,
    begun: Begun,
    private val device: Device,
    private val monotonicMs: () -> Long,
    private val wait: suspend (Long) -> Unit,
) {
    val practice: PracticeId = begun.practice

    /** What is shown when. A change of the rest brings another one, which is the same up to where the player is. */
    var timeline by mutableStateOf(Timeline(begun.script))
        private set

    /** Where the core last said the player is. */
    var state: PlayerState by mutableStateOf(begun.player)
        private set

    /** What a screen reader is told, and nothing else: what comes next, that half is over, the last minute, the last words. */
    var milestone: String by mutableStateOf("")
        private set

    /** The step that ended the practice, once it has. */
    var ended: Stepped? by mutableStateOf(null)
        private set

    private var readAtMs = monotonicMs()
    private var shown: Outside? = null
    private var isPutAway = false
    private val oneAtATime = Mutex()

    val playing: Boolean get() = state.phase is PlayerPhase.Playing
    val paused: Boolean get() = state.phase is PlayerPhase.Paused

    /** Whether time is running, in the count-in too. */
    val running: Boolean get() = playing || state.phase is PlayerPhase.CountingIn

    /** The place in the script now: what the core last said and the time since, while it plays. */
    fun positionMs(): Int {
        val since = if (playing) (monotonicMs() - readAtMs).coerceIn(0, LONGEST_GUESS_MS) else 0
        return (state.positionMs.toLong() + since).coerceAtMost(timeline.lengthMs.toLong()).toInt()
    }

    /** Seconds until it moves, while it counts in. */
    fun countIn(): Int? {
        val left = (state.phase as? PlayerPhase.CountingIn)?.leftMs?.toLong() ?: return null
        val now = left - (monotonicMs() - readAtMs).coerceAtLeast(0)
        return ((now + 999) / 1000).toInt().coerceIn(1, 3)
    }

    suspend fun send(event: PlayerEvent) = oneAtATime.withLock {
        if (ended != null) return@withLock
        val now = monotonicMs()
        val step = core.stepPractice(practice, event, now.toULong())
        readAtMs = now
        state = step.player
        step.effects.forEach(::effect)
        if (step.ended != null) ended = step
        showOutside(step.segmentEnds)
    }

    /** Changes the rest of the practice. The place stays what it is, and so does all that was before it. */
    suspend fun change(wanted: PracticeChange) = oneAtATime.withLock {
        if (ended != null) return@withLock
        val changed = core.changePractice(practice, wanted, monotonicMs().toULong())
        timeline = Timeline(changed.script)
        state = changed.player
        showOutside(changed.segmentEnds)
    }

    /** The person has turned away from it: it is silent, and no longer shown outside the window. */
    fun putAway() {
        isPutAway = true
        device.hush()
        showOutside(emptyList())
    }

    /** Tells the core of the time until the practice ends. */
    suspend fun run() {
        while (ended == null) {
            wait(tickMs())
            if (running) send(PlayerEvent.Tick)
        }
    }

    // A count-in ends between two seconds; asking right then keeps the first breath from starting late.
    private fun tickMs(): Long {
        val left = (state.phase as? PlayerPhase.CountingIn)?.leftMs?.toLong() ?: return TICK_MS
        return (left - (monotonicMs() - readAtMs)).coerceIn(SHORTEST_TICK_MS, TICK_MS)
    }

    private fun showOutside(ends: List<Instant>) {
        val now = if (ended != null || isPutAway) null else timeline.outside(state.positionMs.toInt(), ends.firstOrNull())
        if (if (now == null) shown == null else !now.isNewsAfter(shown)) return
        shown = now
        device.showOutside(now)
    }

    private fun effect(effect: Effect) {
        when (effect) {
            is Effect.CountIn -> device.say("${effect.seconds}")
            is Effect.Cue -> cue(effect.cue.action)
            is Effect.KeepScreenOn -> device.keepScreenOn(effect.on)
            is Effect.Duck -> device.duck(effect.on)
            Effect.Hush -> device.hush()
            is Effect.Segment -> Unit
        }
    }

    private fun cue(action: CueAction) {
        when (action) {
            is CueAction.Say -> say(action)
            is CueAction.Chime -> device.chime(action.chime)
            is CueAction.Touch -> device.touch(action.touch)
            is CueAction.Breathe, is CueAction.Move -> Unit
        }
    }

    private fun say(said: CueAction.Say) {
        device.say(said.text)
        if (said.kind.isMilestone) milestone = said.text
    }

    private companion object {
        const val TICK_MS = 1000L
        const val SHORTEST_TICK_MS = 50L
        const val LONGEST_GUESS_MS = 2000L
    }
}

private val SayKind.isMilestone: Boolean
    get() = when (this) {
        SayKind.NEXT, SayKind.HALF_WAY, SayKind.LAST_MINUTE, SayKind.CLOSING -> true
        SayKind.CARE, SayKind.STEP, SayKind.REMINDER, SayKind.STILLNESS -> false
    }
