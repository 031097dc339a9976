package app.mingmen.ui

import androidx.compose.animation.AnimatedContent
import androidx.compose.animation.core.tween
import androidx.compose.animation.fadeIn
import androidx.compose.animation.fadeOut
import androidx.compose.animation.togetherWith
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableIntStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveableStateHolder
import androidx.compose.runtime.setValue
import androidx.compose.runtime.withFrameNanos
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.input.key.KeyEvent
import androidx.compose.ui.input.key.KeyEventType
import androidx.compose.ui.input.key.key
import androidx.compose.ui.input.key.type
import androidx.compose.ui.unit.dp
import app.mingmen.core.ErrorKey
import app.mingmen.core.PlayerEvent
import app.mingmen.ui.figure.LocalFigures
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.part.LocalMonotonicMs
import app.mingmen.ui.part.LocalPageGuard
import app.mingmen.ui.part.Notice
import app.mingmen.ui.part.RepeatGuard
import app.mingmen.ui.part.Tab
import app.mingmen.ui.part.TabBar
import app.mingmen.ui.player.PlayerModel
import app.mingmen.ui.screen.AboutYou
import app.mingmen.ui.screen.Adjust
import app.mingmen.ui.screen.AfterStop
import app.mingmen.ui.screen.Bending
import app.mingmen.ui.screen.BodyCheck
import app.mingmen.ui.screen.BodyMapScreen
import app.mingmen.ui.screen.Change
import app.mingmen.ui.screen.ChangeActions
import app.mingmen.ui.screen.CheckIn
import app.mingmen.ui.screen.CheckInActions
import app.mingmen.ui.screen.Choosing
import app.mingmen.ui.screen.Classes
import app.mingmen.ui.screen.Deleting
import app.mingmen.ui.screen.EndHere
import app.mingmen.ui.screen.Enrol
import app.mingmen.ui.screen.FirstBreath
import app.mingmen.ui.screen.Hurts
import app.mingmen.ui.screen.Led
import app.mingmen.ui.screen.LibraryTab
import app.mingmen.ui.screen.Making
import app.mingmen.ui.screen.Measure
import app.mingmen.ui.screen.Month
import app.mingmen.ui.screen.MovementScreen
import app.mingmen.ui.screen.Notes
import app.mingmen.ui.screen.NotesOfWeek
import app.mingmen.ui.screen.OneClass
import app.mingmen.ui.screen.OtherPlans
import app.mingmen.ui.screen.Pause
import app.mingmen.ui.screen.PlanTab
import app.mingmen.ui.screen.Player
import app.mingmen.ui.screen.PlayerActions
import app.mingmen.ui.screen.PlayerView
import app.mingmen.ui.screen.ProgressTab
import app.mingmen.ui.screen.ReadingScreen
import app.mingmen.ui.screen.Ready
import app.mingmen.ui.screen.RedFlag
import app.mingmen.ui.screen.RedFlagActions
import app.mingmen.ui.screen.ReminderActions
import app.mingmen.ui.screen.Reminders
import app.mingmen.ui.screen.RemindersOfDay
import app.mingmen.ui.screen.RemovingClass
import app.mingmen.ui.screen.RoutineScreen
import app.mingmen.ui.screen.Screening
import app.mingmen.ui.screen.Stopped
import app.mingmen.ui.screen.Suggested
import app.mingmen.ui.screen.TellThem
import app.mingmen.ui.screen.TheFigure
import app.mingmen.ui.screen.TodayActions
import app.mingmen.ui.screen.TodayPage
import app.mingmen.ui.screen.TopicScreen
import app.mingmen.ui.screen.Welcome
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.theme.Fonts
import app.mingmen.ui.theme.Look
import app.mingmen.ui.theme.MingmenTheme
import app.mingmen.ui.theme.Motion
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.Labels
import app.mingmen.ui.words.provide
import app.mingmen.ui.words.words

/** The whole app: the page of [state]'s place, under the theme. A platform puts this into its window. */
@Composable
fun MingmenApp(state: MingmenAppState, labels: Labels, fonts: Fonts, look: Look) {
    val guard = remember(state) { RepeatGuard(nowMs = state.monotonicMs) }
    MingmenTheme(look, fonts) {
        CompositionLocalProvider(
            provide(labels),
            LocalFigures provides state,
            LocalMonotonicMs provides state.monotonicMs,
            LocalPageGuard provides guard,
        ) { Pages(state, guard) }
    }
}

@Composable
private fun Pages(state: MingmenAppState, guard: RepeatGuard) {
    val fade = if (Theme.look.reducedMotion) Motion.crossFadeMs else Motion.standardMs
    val held = rememberSaveableStateHolder()
    val left = remember { mutableSetOf<VisitKey>() }
    Box(Modifier.fillMaxSize().background(Theme.colours.paper)) {
        AnimatedContent(
            targetState = Visit(state.place, state.depth),
            transitionSpec = { fadeIn(tween(fade)) togetherWith fadeOut(tween(fade)) },
            contentKey = { it.key },
        ) { visit ->
            LaunchedEffect(visit.key) {
                guard.shut()
                left.filter { it != visit.key && it.depth >= visit.key.depth }.forEach {
                    held.removeState("$it")
                    left -= it
                }
                left += visit.key
            }
            held.SaveableStateProvider("${visit.key}") { Shown(state, visit.place) }
        }
        state.trouble?.let { Trouble(it, Modifier.align(Alignment.TopCenter)) }
    }
}

/** A page, so and so many pages away from the first. Where one comes back to it, it is scrolled as it was left. */
private class Visit(val place: Place, val depth: Int) {
    val key = VisitKey(depth, place.page)
}

private data class VisitKey(val depth: Int, val page: String)

// Pages cross-fade from kind to kind; a change within one, such as a tick, must not.
private val Place.page: String
    get() = when (this) {
        is Place.Screening -> "${this::class.java.name} $page"
        is Place.Linked -> "${this::class.java.name} $id"
        else -> this::class.java.name
    }

/**
 * What a keyboard does whatever has the focus, and also where nothing has it: space pauses, and Escape goes back, in the Player to the
 * question whether to end. False where the key is for the page. A platform asks this of its window before the page.
 */
fun MingmenAppState.onKey(event: KeyEvent): Boolean {
    if (event.type != KeyEventType.KeyDown) return false
    val playing = (place as? Place.Playing)?.takeIf { !it.asking && it.changing == null }
    return when {
        event.key == Key.Spacebar && playing != null -> true.also { practice.pauseOrGoOn(playing.model) }
        event.key == Key.Escape -> back()
        else -> false
    }
}

@Composable
private fun Shown(state: MingmenAppState, place: Place) {
    val tabs: @Composable (Tab) -> Unit = { TabBar(it, state::open) }
    when (place) {
        Place.Opening -> Unit
        Place.Welcome -> Welcome(state.screening::open)
        is Place.Screening -> Screening(
            place.form, place.page, place.ticked, place.why,
            onTick = { line, on -> state.screening.tick(place, line, on) },
            onNext = { state.screening.next(place) },
            onBack = { state.back() },
        )
        is Place.RedFlag -> RedFlag(place.card, redFlagActions(state, place))
        is Place.TellThem -> TellThem(place.card) { state.back() }
        is Place.FirstBreath -> FirstBreath(
            place.card, place.advice,
            onStart = { state.practice.begin(place.card, ask = false) },
            onPlan = state.plan::setUp,
            onLook = state::lookAround,
            onBack = state.screening::open,
        )
        is Place.AboutYou -> AboutYou(
            place.form, place.ticked, place.effect,
            onTick = { line, on -> state.screening.tick(place, line, on) },
            onNext = { state.screening.next(place) },
            onBack = { state.back() },
        )
        is Place.AtToday -> TodayPage(place.today, place.kindWords, place.answered, todayActions(state, place)) { tabs(Tab.TODAY) }
        is Place.Hurts -> Hurts(
            place.today, place.chosen,
            onChoose = { state.place = place.copy(chosen = it) },
            onBegin = { state.practice.begin(place.chosen, ask = false) },
            onWorse = state.screening::open,
            onBack = { state.back() },
        ) { tabs(Tab.TODAY) }
        is Place.AtPlan -> PlanTab(state, place) { tabs(Tab.PLAN) }
        is Place.AtLibrary -> LibraryTab(state, place) { tabs(Tab.LIBRARY) }
        is Place.AtProgress -> AtProgress(state, place) { tabs(Tab.PROGRESS) }
        is Place.Linked -> Linked(state, place)
        is Place.AtReminders -> Reminders(place, state.device.ringing != null, reminderActions(state))
        is Place.Ready -> Ready(place, { state.practice.start(place, it) }, { state.practice.openLed(place) }) { state.back() }
        is Place.Playing -> Playing(state, place)
        is Place.Stopped -> Stopped(place.form, place.practice != null, { state.practice.sign(place, it) }) { state.practice.doneForToday(place) }
        is Place.AfterStop -> AfterStop(place.sign) { state.practice.afterSign(place.sign) }
        is Place.CheckIn -> CheckIn(place.form, place.draft, checkInActions(state, place))
    }
}

private fun reminderActions(state: MingmenAppState) =
    ReminderActions(state.reminders::set, state.reminders::fix, state.reminders::test, state.reminders::day, state.classes::open) { state.back() }

/** The pages that lines of the Library and of each other lead to. */
@Composable
private fun Linked(state: MingmenAppState, place: Place.Linked) = when (place) {
    is Place.AtMovement -> MovementScreen(state, place)
    is Place.AtRoutine -> RoutineScreen(state, place)
    is Place.AtTopic -> TopicScreen(state, place)
    is Place.AtReading -> ReadingScreen(state, place)
    is Place.AtBodyMap -> BodyMapScreen(state, place)
    is Place.AtMaking -> Making(state, place)
    is Place.AtChoosing -> Choosing(state, place)
    is Place.AtDeleting -> Deleting(state, place)
    is Place.AtMeasure -> Measure(state, place)
    is Place.AtBodyCheck -> BodyCheck(state, place)
    is Place.AtSuggestions -> Suggested(state, place)
    is Place.AtNotes -> Notes(state, place)
    is Place.Enrol -> Enrol(state, place)
    is Place.AtPlans -> OtherPlans(state, place)
    is Place.AtAdjust -> Adjust(state, place)
    is Place.AtBending -> Bending(state, place)
    is Place.AtPause -> Pause(state, place)
    is Place.AtFigure -> TheFigure(state, place)
    is Place.AtMonth -> Month(state, place)
    is Place.AtClasses -> Classes(state, place)
    is Place.AtClass -> OneClass(state, place)
    is Place.AtRemovingClass -> RemovingClass(state, place)
    is Place.AtReminderDay -> RemindersOfDay(place.day) { state.back() }
    is Place.AtLed -> Led(place, { state.practice.lead(place, it) }) { state.back() }
}

private fun redFlagActions(state: MingmenAppState, place: Place.RedFlag) = RedFlagActions(
    onCall = state.device.dial,
    onTellThem = { state.place = Place.TellThem(place.card) },
    onMistake = state.screening::open,
    onCleared = state.screening::cleared,
    onLookAround = state::lookAround,
)

private fun todayActions(state: MingmenAppState, place: Place.AtToday) = TodayActions(
    onBegin = { card -> state.practice.begin(card, ask = true) },
    onHurts = { state.place = Place.Hurts(place.today, place.today.gentle.first()) },
    onContinue = state.practice::goOn,
    onFinishHere = state.practice::finishHere,
    onPlan = state.plan::setUp,
    onNextPlan = state.plan::begin,
    onGoOnToday = state.plan::goOnToday,
    onRedFlag = state.screening::redFlag,
    onReminders = state.reminders::open,
    onOffer = { offer, accepted -> state.today.answer(place, offer, accepted) },
    onDayAfter = { question, worse -> state.today.answer(place, question, worse) },
)

private fun checkInActions(state: MingmenAppState, place: Place.CheckIn) = CheckInActions(
    onChange = { state.practice.note(place, it) },
    onSave = { state.practice.save(place) },
    onSkip = state.practice::skip,
    onFeltWrong = { state.practice.feltWrong(place) },
)

@Composable
private fun AtProgress(state: MingmenAppState, place: Place.AtProgress, tabs: @Composable () -> Unit) = ProgressTab(
    place.page, place.hasLater,
    onEarlier = { state.week(place, -1) },
    onLater = { state.week(place, 1) },
    onMonth = state.month::open,
    below = { NotesOfWeek(state, place) },
    tabs = tabs,
)

@Composable
private fun Playing(state: MingmenAppState, place: Place.Playing) {
    val model = place.model
    // Asked again when the place changes, so that an ending is never missed.
    LaunchedEffect(model.ended) { if (model.ended != null) state.practice.ended(model) }
    // The question and the page to change come up in the player's own place, with other keys under the finger.
    val guard = LocalPageGuard.current
    LaunchedEffect(place.asking, place.changing == null) { guard?.shut() }
    if (place.asking) return EndHere({ state.practice.end(place) }) { state.practice.keepGoing(place) }
    if (place.changing != null) return Change(place.changing, leftMs(model), changeActions(state, place))
    val at = frameClock(model)
    val view = PlayerView(model.timeline, at(), at, model.countIn(), model.paused, model.milestone, state::stepsOf)
    val actions = PlayerActions(
        onClose = { state.practice.close(place) },
        onPause = { state.practice.pauseOrGoOn(model) },
        onBack = { state.practice.send(model, PlayerEvent.Back) },
        onAgain = { state.practice.send(model, PlayerEvent.Repeat) },
        onNext = { state.practice.send(model, PlayerEvent.Skip) },
        onChange = { state.practice.openChange(place) },
        onStop = { state.practice.stop(model) },
    )
    Player(view, actions)
}

private fun leftMs(model: PlayerModel) = model.timeline.lengthMs - model.positionMs()

private fun changeActions(state: MingmenAppState, place: Place.Playing) = ChangeActions(
    onChange = { state.practice.change(place, it) },
    onGoOn = { state.practice.keepGoing(place) },
    onStop = { state.practice.stop(place.model) },
)

/** The place in the script, read anew at each frame of the display. */
@Composable
private fun frameClock(model: PlayerModel): () -> Int {
    var at by remember(model) { mutableIntStateOf(model.positionMs()) }
    LaunchedEffect(model) { while (true) withFrameNanos { at = model.positionMs() } }
    return { at }
}

@Composable
private fun Trouble(error: ErrorKey, modifier: Modifier) {
    Notice(words[Label.valueOf("ERROR_${error.name}")], modifier.padding(Theme.look.insets).padding(12.dp), Glyphs.attention)
}
