package app.mingmen.ui.player

import androidx.compose.runtime.Stable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import app.mingmen.core.Begun
import app.mingmen.core.Cue
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
import kotlinx.coroutines.Job
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import java.time.Instant

/**
 * One practice as it runs: the core's player, told of events and of the time at each cue, and the place between two of its
 * answers by the local clock. [wait] lets milliseconds of that clock go by. [run] may go on on a thread of its own.
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

    // Both at once, so that a frame never takes the place of one answer with the time of another.
    private class Answer(val player: PlayerState, val readAtMs: Long)

    private var answer by mutableStateOf(Answer(begun.player, monotonicMs()))

    /** Where the core last said the player is. */
    val state: PlayerState get() = answer.player

    /** What a screen reader is told, and nothing else: what comes next, that half is over, the last minute, the last words. */
    var milestone: String by mutableStateOf("")
        private set

    /** The step that ended the practice, once it has. */
    var ended: Stepped? by mutableStateOf(null)
        private set

    private var shown: Outside? = null
    private var isPutAway = false
    private val oneAtATime = Mutex()

    @Volatile private var waiting: Job? = null

    val playing: Boolean get() = state.phase is PlayerPhase.Playing
    val paused: Boolean get() = state.phase is PlayerPhase.Paused

    /** Whether time is running, in the count-in too. */
    val running: Boolean get() = state.phase.runs

    /** The place in the script now: what the core last said and the time since, while it plays. */
    fun positionMs(): Int {
        val last = answer
        val guessed = if (last.player.phase is PlayerPhase.Playing && !stoodStill(last)) since(last).coerceAtMost(LONGEST_GUESS_MS) else 0
        return (last.player.positionMs.toLong() + guessed).coerceAtMost(timeline.lengthMs.toLong()).toInt()
    }

    /** Seconds until it moves, while it counts in. */
    fun countIn(): Int? {
        val last = answer
        val left = (last.player.phase as? PlayerPhase.CountingIn)?.leftMs?.toLong() ?: return null
        val now = left - since(last)
        return ((now + 999) / 1000).toInt().coerceIn(1, 3)
    }

    suspend fun send(event: PlayerEvent) {
        oneAtATime.withLock {
            if (ended != null) return
            // Nothing of that time was practised: it is held where it was, as if it had been paused there.
            if (stoodStill(answer)) take(PlayerEvent.Pause, answer.readAtMs)
            take(event, monotonicMs())
        }
        waiting?.cancel()
    }

    private suspend fun take(event: PlayerEvent, nowMs: Long) {
        val step = core.stepPractice(practice, event, nowMs.toULong())
        answer = Answer(step.player, nowMs)
        step.effects.forEach(::effect)
        if (step.ended != null) ended = step
        showOutside(step.segmentEnds)
    }

    private fun stoodStill(last: Answer): Boolean = last.player.phase.runs && device.longestTickMs?.let { since(last) > it } == true

    private fun since(last: Answer): Long = (monotonicMs() - last.readAtMs).coerceAtLeast(0)

    /** Changes the rest of the practice. The place stays what it is, and so does all that was before it. */
    suspend fun change(wanted: PracticeChange) = oneAtATime.withLock {
        if (ended != null) return@withLock
        val changed = core.changePractice(practice, wanted, monotonicMs().toULong())
        timeline = Timeline(changed.script)
        answer = Answer(changed.player, answer.readAtMs)
        showOutside(changed.segmentEnds)
    }

    /** The person has turned away from it: it is silent, and no longer shown outside the window. */
    fun putAway() {
        isPutAway = true
        device.hush()
        showOutside(emptyList())
    }

    /** Tells the core of the time until the practice ends. */
    suspend fun run() = coroutineScope {
        while (ended == null) {
            val tick = launch { wait(tickMs()) }
            waiting = tick
            tick.join()
            // Cut short where something happened meanwhile: when the next one falls is then worked out anew.
            if (!tick.isCancelled && running) send(PlayerEvent.Tick)
        }
    }

    /**
     * A tick falls on each cue and on each second of the count-in, so that neither comes late; between cues that are far apart they
     * come about once a second.
     */
    private fun tickMs(): Long = when (val phase = state.phase) {
        is PlayerPhase.CountingIn -> {
            val left = (phase.leftMs.toLong() - since(answer)).coerceAtLeast(0)
            if (left % SECOND_MS == 0L) SECOND_MS else left % SECOND_MS
        }
        is PlayerPhase.Playing -> {
            val position = positionMs()
            val due = timeline.firstCueFrom(state.nextCueMs.toInt()) ?: timeline.lengthMs
            val left = (due - position).coerceAtLeast(0).toLong()
            val ticks = (left + LONGEST_TICK_MS - 1) / LONGEST_TICK_MS
            // Where the core refuses to go on, it is not asked without rest.
            if (position >= due + SECOND_MS) SECOND_MS else left / ticks.coerceAtLeast(1)
        }
        else -> SECOND_MS
    }.coerceAtLeast(SHORTEST_TICK_MS)

    @Synchronized
    private fun showOutside(ends: List<Instant>) {
        val now = if (ended != null || isPutAway) null else timeline.outside(state.positionMs.toInt(), ends.firstOrNull())
        if (if (now == null) shown == null else !now.isNewsAfter(shown)) return
        shown = now
        device.showOutside(now)
    }

    private fun effect(effect: Effect) {
        when (effect) {
            is Effect.CountIn -> device.say("${effect.seconds}")
            is Effect.Cue -> if (!isOver(effect.cue)) cue(effect.cue.action)
            is Effect.KeepScreenOn -> device.keepScreenOn(effect.on)
            is Effect.Duck -> device.duck(effect.on)
            Effect.Hush -> device.hush()
            is Effect.Segment -> Unit
        }
    }

    /** Whether what was due while the phone let nothing run has no sense any more. It would all sound at once. */
    private fun isOver(cue: Cue): Boolean =
        cue.atMs.toLong() + maxOf(cue.lengthMs.toLong(), LONGEST_GUESS_MS) < state.positionMs.toLong()

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
        const val SECOND_MS = 1000L

        /** Between two cues that are far apart a tick comes at least so often. */
        const val LONGEST_TICK_MS = 1500L
        const val SHORTEST_TICK_MS = 5L
        const val LONGEST_GUESS_MS = 2000L
    }
}

private val PlayerPhase.runs: Boolean get() = this is PlayerPhase.Playing || this is PlayerPhase.CountingIn

private val SayKind.isMilestone: Boolean
    get() = when (this) {
        SayKind.NEXT, SayKind.HALF_WAY, SayKind.LAST_MINUTE, SayKind.CLOSING -> true
        SayKind.CARE, SayKind.STEP, SayKind.REMINDER, SayKind.STILLNESS -> false
    }
