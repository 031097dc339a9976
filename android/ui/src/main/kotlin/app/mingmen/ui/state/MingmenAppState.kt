package app.mingmen.ui.state

import androidx.compose.runtime.Stable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableIntStateOf
import androidx.compose.runtime.mutableStateListOf
import androidx.compose.runtime.mutableStateMapOf
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import app.mingmen.core.Begun
import app.mingmen.core.ErrorKey
import app.mingmen.core.Gate
import app.mingmen.core.MingmenClient
import app.mingmen.core.MingmenException
import app.mingmen.core.Posture
import app.mingmen.core.Script
import app.mingmen.core.Step
import app.mingmen.core.TodayState
import app.mingmen.core.VariantId
import app.mingmen.core.Weekday
import app.mingmen.core.key
import app.mingmen.ui.figure.FigureFrames
import app.mingmen.ui.figure.Figures
import app.mingmen.ui.part.Tab
import app.mingmen.ui.player.Device
import app.mingmen.ui.player.OutsideKey
import app.mingmen.ui.player.PlayerModel
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import java.time.LocalDate
import java.time.ZoneId
import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.random.Random

/**
 * What the app is showing, and what its buttons do. It holds no rule: every decision is the core's answer.
 *
 * [monotonicMs] only ever goes forward, and [wait] lets milliseconds of it go by; the present moment is the client's own.
 * The time of a practice is told in [ticking], which may be a thread of its own: a page that is slow to draw then makes no cue late.
 * [newSeed] gives a number by chance, for what is chosen among things that fit as well. The calendar's weeks begin on [weekBegins], and
 * [zone] is the one that the person is in.
 */
@Stable
class MingmenAppState(
    internal val core: MingmenClient,
    private val scope: CoroutineScope,
    val device: Device,
    val monotonicMs: () -> Long,
    private val wait: suspend (Long) -> Unit = { delay(it) },
    private val ticking: CoroutineContext = EmptyCoroutineContext,
    internal val newSeed: () -> UInt = { Random.nextInt().toUInt() },
    internal val weekBegins: Weekday = weekBegins(),
    internal val zone: () -> String = { ZoneId.systemDefault().id },
) : Figures {
    /** Where the person is. */
    var place: Place by mutableStateOf(Place.Opening)
        internal set

    /** What went wrong with the last thing that was asked, until the next is. */
    var trouble: ErrorKey? by mutableStateOf(null)
        private set

    internal val screening = ScreeningFlow(this)
    internal val today = TodayFlow(this)
    internal val plan = PlanFlow(this)
    internal val month = MonthFlow(this)
    internal val practice = PracticeFlow(this)
    internal val library = LibraryFlow(this)
    internal val own = OwnRoutineFlow(this)
    internal val measure = MeasureFlow(this)
    internal val bodyCheck = BodyCheckFlow(this)
    internal val notes = NotesFlow(this)
    internal val figure = FigureFlow(this)
    internal val reminders = RemindersFlow(this)
    internal val classes = ClassesFlow(this)

    // The pages that led to this one, the nearest last.
    private val trail = mutableStateListOf<Place>()

    /** How many pages lie behind this one, to go back to. */
    val depth: Int get() = trail.size

    private val clips = mutableStateMapOf<Pair<String, Posture>, FigureFrames>()
    private val asked = mutableSetOf<Triple<String, Posture, Int>>()

    // How often the person who shows the movements was changed: whatever shows a figure watches it.
    private var person by mutableIntStateOf(0)
    private val steps = mutableStateMapOf<VariantId, List<Step>>()
    private var running: Job? = null

    /** Opens on what today asks for, then looks after what is kept: the weekly copy, and mending. */
    fun start() = run {
        toToday()
        val mended = core.lookAfter().changes.isNotEmpty()
        if (mended && place is Place.AtToday) toToday()
    }

    /** Whether there is a page before this one. Where there is none, going back leaves the app. */
    val canGoBack: Boolean get() = place !is Place.Opening && place !is Place.Welcome && place !is Place.AtToday

    /** The person is back in the app after a while: Today may be another day. */
    fun cameBack() {
        when (val at = place) {
            is Place.AtToday -> start()
            is Place.AtPlan -> open(Tab.PLAN)
            is Place.AtAdjust -> run { place = plan.adjustPage(at.plan) }
            is Place.AtMonth -> month.again(at)
            is Place.AtReminders -> reminders.open()
            is Place.AtClasses -> classes.again()
            else -> Unit
        }
    }

    /** The person began from a reminder: the page before what is due, or Today where nothing is any more. A running practice goes on. */
    fun startDue() = run {
        if (place is Place.Playing) return@run
        toToday()
        val due = (place as? Place.AtToday)?.today?.state as? TodayState.Due
        if (due != null) go(practice.ready(due.card))
    }

    /** What the person asks of the running practice from outside the window; nothing where none is shown. */
    fun ask(key: OutsideKey) {
        (place as? Place.Playing)?.let { practice.ask(it, key) }
    }

    /** Leaves the page for the one before it. False where there is none, and the app may close. */
    fun back(): Boolean {
        val from = place
        val wentBack = canGoBack
        run {
            when (from) {
                is Place.Screening -> screening.back(from)
                is Place.TellThem -> place = Place.RedFlag(from.card)
                is Place.Playing -> if (from.changing == null && !from.asking) practice.askToEnd(from) else practice.backToPlayer(from)
                is Place.AtLibrary -> if (from.query.isEmpty()) goBack() else library.type(from, "")
                is Place.AtChoosing -> own.toMaking(from)
                is Place.Linked, is Place.Ready -> goBack()
                is Place.Opening, Place.Welcome, is Place.AtToday -> Unit
                is Place.Stopped, is Place.AfterStop -> Unit
                else -> toToday()
            }
        }
        return wentBack
    }

    fun open(tab: Tab) = run { openTab(tab) }

    internal suspend fun openTab(tab: Tab) {
        val opened = when (tab) {
            Tab.TODAY -> return toToday()
            Tab.PLAN -> plan.tab()
            Tab.LIBRARY -> library.everything()
            Tab.PROGRESS -> progress(core.today().date, hasLater = false)
        }
        trail.clear()
        place = opened
    }

    /** Opens a page from which one goes back to this one. */
    internal fun go(to: Place) {
        trail += place
        place = to
    }

    /** The nearest page behind this one that is so. */
    internal inline fun <reified P : Place> trailed(isIt: (P) -> Boolean): P? = trail.filterIsInstance<P>().lastOrNull(isIt)

    /** Drops pages that lead to what is no longer so. */
    internal fun forget(stale: (Place) -> Boolean) {
        trail.removeAll(stale)
    }

    /** Goes back to the page that led here. What may have changed meanwhile is asked anew. */
    internal suspend fun goBack() {
        when (val before = trail.removeLastOrNull()) {
            null, is Place.AtToday -> toToday()
            is Place.AtLibrary -> place = before.copy(page = core.library(before.filter))
            is Place.AtProgress -> place = progress(before.page.week.startsOn, before.hasLater)
            is Place.Ready -> place = practice.ready(before.card)
            is Place.AtPlan -> place = plan.tab()
            is Place.AtAdjust -> place = plan.adjustPage(before.plan)
            is Place.Enrol -> place = plan.again(before)
            is Place.AtReminders -> reminders.open()
            is Place.AtClasses -> place = classes.page()
            else -> place = before
        }
    }

    /** Where the day begins: the welcome before the questions, else Today. */
    internal suspend fun toToday(kindWords: String = "") {
        val today = core.today()
        val state = today.state
        trail.clear()
        place = when {
            state is TodayState.NotScreened -> Place.Welcome
            state is TodayState.NotEnrolled && !state.firstBreathTaken && today.openPractice == null && kindWords.isEmpty() ->
                Place.FirstBreath(state.firstBreath, (today.gate as? Gate.Open)?.advice.orEmpty())
            else -> Place.AtToday(today, kindWords)
        }
    }

    /** The week before or after the one shown. */
    fun week(from: Place.AtProgress, weeks: Long) = run {
        val date = from.page.week.startsOn.plusWeeks(weeks)
        place = progress(date, hasLater = date.plusWeeks(1) <= core.today().date)
    }

    private suspend fun progress(date: LocalDate, hasLater: Boolean) =
        core.progress(date).let { Place.AtProgress(it, hasLater, notes.ofWeek(it.week.startsOn)) }

    /** Shows a look around, whatever has been answered so far. */
    fun lookAround() = open(Tab.LIBRARY)

    internal fun play(begun: Begun) {
        val model = PlayerModel(core, begun, device, monotonicMs, wait)
        prepare(begun.script)
        place = Place.Playing(model)
        running?.cancel()
        running = scope.launch(ticking) { attempt { model.run() } }
    }

    /** Has ready what a script shows before it shows it. */
    internal fun prepare(script: Script) {
        script.segments.forEach { frames(it.motion, it.posture) }
        script.segments.filter { it.motion == null }.forEach { learnSteps(it.variant) }
    }

    /** What to do in a form that has no figure; empty until it is known. */
    internal fun stepsOf(form: VariantId): List<Step> = steps[form].orEmpty()

    private fun learnSteps(form: VariantId) = run {
        val forms = core.movementPage(form).movement.variants
        forms.firstOrNull { it.id == form }?.let { steps[form] = it.steps }
    }

    override fun frames(motion: String?, posture: Posture): FigureFrames? {
        if (motion == null) return null
        val wanted = motion to posture
        if (asked.add(Triple(motion, posture, person))) scope.launch { fetch(wanted, person) }
        return clips[wanted]
    }

    private suspend fun fetch(wanted: Pair<String, Posture>, shownBy: Int) {
        val clip = runCatching { core.figureClip(wanted.first, wanted.second) }.getOrNull() ?: return
        if (shownBy == person) clips[wanted] = FigureFrames(clip)
    }

    /** The figure is somebody else now. What is on the screen stays until the new clip is there. */
    internal fun drawAnew() {
        person += 1
    }

    /** Does what a press asks for. An error of the core is shown on the page and nothing else changes. */
    internal fun run(action: suspend () -> Unit) {
        trouble = null
        scope.launch { attempt(action) }
    }

    /** Does something in [ms], unless it is called off before. */
    internal fun later(ms: Long, action: suspend () -> Unit): Job = scope.launch {
        wait(ms)
        attempt(action)
    }

    private suspend fun attempt(action: suspend () -> Unit) {
        try {
            action()
        } catch (_: MingmenException.StoreDamaged) {
            mend()
        } catch (problem: MingmenException) {
            trouble = problem.key
        }
    }

    /** What was kept is put together again, and Today says what became of it. What was asked is asked again by the person. */
    private suspend fun mend() {
        try {
            core.mend()
            toToday()
        } catch (problem: MingmenException) {
            trouble = problem.key
        }
    }
}
