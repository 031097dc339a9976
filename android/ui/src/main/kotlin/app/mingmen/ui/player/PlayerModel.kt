package app.mingmen.ui.player

import androidx.compose.runtime.Stable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import app.mingmen.core.Begun
import app.mingmen.core.Chime
import app.mingmen.core.CueAction
import app.mingmen.core.Effect
import app.mingmen.core.MingmenClient
import app.mingmen.core.PlayerEvent
import app.mingmen.core.PlayerPhase
import app.mingmen.core.PlayerState
import app.mingmen.core.PracticeId
import app.mingmen.core.Stepped
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

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
    val timeline = Timeline(begun.script)

    /** Where the core last said the player is. */
    var state: PlayerState by mutableStateOf(begun.player)
        private set

    /** The step that ended the practice, once it has. */
    var ended: Stepped? by mutableStateOf(null)
        private set

    private var readAtMs = monotonicMs()
    private val oneAtATime = Mutex()

    val playing: Boolean get() = state.phase is PlayerPhase.Playing
    val paused: Boolean get() = state.phase is PlayerPhase.Paused

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
    }

    /** Tells the core of the time until the practice ends. */
    suspend fun run() {
        while (ended == null) {
            wait(tickMs())
            if (state.phase is PlayerPhase.Playing || state.phase is PlayerPhase.CountingIn) send(PlayerEvent.Tick)
        }
    }

    // A count-in ends between two seconds; asking right then keeps the first breath from starting late.
    private fun tickMs(): Long {
        val left = (state.phase as? PlayerPhase.CountingIn)?.leftMs?.toLong() ?: return TICK_MS
        return (left - (monotonicMs() - readAtMs)).coerceIn(SHORTEST_TICK_MS, TICK_MS)
    }

    private fun effect(effect: Effect) {
        when (effect) {
            is Effect.CountIn -> device.say("${effect.seconds}")
            is Effect.Cue -> cue(effect.cue.action)
            is Effect.KeepScreenOn -> device.keepScreenOn(effect.on)
            Effect.Hush -> device.hush()
            is Effect.Segment -> Unit
        }
    }

    private fun cue(action: CueAction) {
        when (action) {
            is CueAction.Say -> device.say(action.text)
            CueAction.Chime -> device.chime(Chime.TURN)
            CueAction.Buzz -> device.touch(Touch.TURN)
            is CueAction.Breathe -> device.breathe(action.breath)
            is CueAction.Move -> Unit
        }
    }

    private companion object {
        const val TICK_MS = 1000L
        const val SHORTEST_TICK_MS = 50L
        const val LONGEST_GUESS_MS = 2000L
    }
}
