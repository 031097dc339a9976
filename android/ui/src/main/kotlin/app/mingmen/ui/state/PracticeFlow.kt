package app.mingmen.ui.state

import app.mingmen.core.BeginDraft
import app.mingmen.core.CheckInDraft
import app.mingmen.core.CheckInMoment
import app.mingmen.core.Choices
import app.mingmen.core.Guidance
import app.mingmen.core.OpenPractice
import app.mingmen.core.PlayerEvent
import app.mingmen.core.PracticeCard
import app.mingmen.core.PracticeChange
import app.mingmen.core.PracticeEnding
import app.mingmen.core.PracticeId
import app.mingmen.core.Stepped
import app.mingmen.core.StopNext
import app.mingmen.core.StopSign
import app.mingmen.core.TodayState
import app.mingmen.ui.player.OutsideKey
import app.mingmen.ui.player.PlayerModel
import app.mingmen.ui.screen.CheckInDraftView

/** A practice from the first press to what was noted after it. */
internal class PracticeFlow(private val app: MingmenAppState) {
    /** The first breath starts at once; a planned practice asks for pain first. */
    fun begin(card: PracticeCard, ask: Boolean) = app.run {
        if (ask) app.go(ready(card)) else begin(card, app.core.guidanceForm().chosen, null)
    }

    /** The page before a practice, with how the person is led now, whenever the card was made. */
    suspend fun ready(card: PracticeCard): Place.Ready {
        val form = app.core.guidanceForm()
        return Place.Ready(card, form, wholeMs(card, form.chosen))
    }

    /** How long a practice takes with what goes around it. */
    private suspend fun wholeMs(card: PracticeCard, guidance: Guidance): Int =
        app.core.compileScript(card.routine, card.choices.copy(guidance = guidance)).lengthMs.toInt()

    fun openLed(at: Place.Ready) = app.run { app.go(Place.AtLed(at.card, at.led, at.wholeMs)) }

    /** Keeps how the person is led from now on. */
    fun lead(at: Place.AtLed, guidance: Guidance) = app.run {
        val chosen = app.core.chooseGuidance(guidance).chosen
        val wholeMs = wholeMs(at.card, chosen)
        (app.place as? Place.AtLed)?.let { app.place = it.copy(form = it.form.copy(chosen = chosen), wholeMs = wholeMs) }
    }

    fun start(at: Place.Ready, pain: Int?) = app.run { begin(at.card, at.led.chosen, pain) }

    private suspend fun begin(card: PracticeCard, guidance: Guidance, pain: Int?) {
        val draft = BeginDraft(card.routine, led(card.choices, guidance), card.reason, pain?.toUByte())
        app.play(app.core.beginPractice(draft))
        (app.place as Place.Playing).model.send(PlayerEvent.Start)
    }

    // Where there is no voice, chimes lead the breath.
    private fun led(choices: Choices, guidance: Guidance) =
        choices.copy(guidance = guidance.copy(breathChimes = guidance.breathChimes || !app.device.canSpeak))

    fun goOn(open: OpenPractice) = app.run {
        app.play(app.core.continuePractice(open.id))
        (app.place as Place.Playing).model.send(PlayerEvent.Resume)
    }

    fun finishHere(open: OpenPractice) = app.run { after(open.id, app.core.finishOpenPractice(open.id)) }

    fun send(model: PlayerModel, event: PlayerEvent) = app.run { model.send(event) }

    fun pauseOrGoOn(model: PlayerModel) = send(model, if (model.paused) PlayerEvent.Resume else PlayerEvent.Pause)

    /** What was pressed outside the window. To go on there leaves whatever page held the practice. */
    fun ask(at: Place.Playing, key: OutsideKey) = when (key) {
        OutsideKey.PAUSE -> send(at.model, PlayerEvent.Pause)
        OutsideKey.GO_ON -> keepGoing(at)
        OutsideKey.END -> end(at)
    }

    /** The page to change what is left of the practice, which is held meanwhile. */
    fun openChange(at: Place.Playing) = app.run {
        at.model.send(PlayerEvent.Pause)
        app.place = at.copy(changing = app.core.changeForm(at.model.practice))
    }

    /** Changes the rest of the practice. */
    fun change(at: Place.Playing, wanted: PracticeChange) = app.run {
        at.model.change(wanted)
        app.prepare(at.model.timeline.script)
        val form = app.core.changeForm(at.model.practice)
        (app.place as? Place.Playing)?.takeIf { it.changing != null }?.let { app.place = it.copy(changing = form) }
    }

    /** From the page to change it back to the practice, which goes on. */
    suspend fun backToPlayer(at: Place.Playing) {
        app.place = at.copy(asking = false, changing = null)
        at.model.send(PlayerEvent.Resume)
    }

    /** Closing asks once, and holds the practice meanwhile. */
    suspend fun askToEnd(at: Place.Playing) {
        at.model.send(PlayerEvent.Pause)
        app.place = at.copy(asking = true)
    }

    fun close(at: Place.Playing) = app.run { askToEnd(at) }

    fun keepGoing(at: Place.Playing) = app.run { backToPlayer(at) }

    fun end(at: Place.Playing) = app.run {
        app.place = at.copy(asking = false, changing = null)
        at.model.send(PlayerEvent.Stop)
    }

    /** The practice came to its end: what comes after it. */
    fun ended(model: PlayerModel) = app.run { model.ended?.let { after(model.practice, it) } }

    private suspend fun after(practice: PracticeId, step: Stepped) {
        if (step.ended?.ending is PracticeEnding.StoppedForSign) return
        app.place = Place.CheckIn(practice, app.core.checkInForm(practice))
    }

    /** Movement and voice end at once; the practice ends with the sign, or without one. */
    fun stop(model: PlayerModel) = app.run {
        model.send(PlayerEvent.Pause)
        model.putAway()
        app.place = Place.Stopped(app.core.stopForm(), model)
    }

    /** After a practice something felt wrong: what was noted so far is kept, and the stop signs come next. */
    fun feltWrong(at: Place.CheckIn) = app.run {
        if (at.draft.something) app.core.checkIn(at.draft.asKept(at.practice))
        toStopSigns()
    }

    /** The stop signs while no practice is open. */
    suspend fun toStopSigns() {
        app.place = Place.Stopped(app.core.stopForm(), null)
    }

    /** A sign ends the practice with it; where none is open it is kept by itself. Either way it may shut practice. */
    fun sign(at: Place.Stopped, sign: StopSign) = app.run {
        val follows = if (at.practice == null) {
            app.core.noteStopSign(sign.id).afterStop
        } else {
            at.practice.send(PlayerEvent.StopForSign(sign.id))
            sign
        }
        app.place = Place.AfterStop(follows)
    }

    fun doneForToday(at: Place.Stopped) = app.run {
        at.practice?.send(PlayerEvent.Stop)
        app.toToday()
    }

    /** Where a sign leads: to help, to the questions again, or to rest. */
    fun afterSign(sign: StopSign) = when (sign.next) {
        StopNext.EMERGENCY -> app.screening.redFlag()
        StopNext.SCREEN -> app.screening.open()
        StopNext.REST -> app.start()
    }

    fun note(at: Place.CheckIn, draft: CheckInDraftView) {
        app.place = at.copy(draft = draft)
    }

    fun save(at: Place.CheckIn) = app.run {
        val kept = app.core.checkIn(at.draft.asKept(at.practice))
        onwards(kept.words)
    }

    fun skip() = app.run { onwards("") }

    // After the very first breath the plan is offered, once.
    private suspend fun onwards(kindWords: String) {
        val state = app.core.today().state
        if (state is TodayState.NotEnrolled && !state.aboutYouAnswered) app.screening.aboutYou() else app.toToday(kindWords)
    }
}

private fun CheckInDraftView.asKept(practice: PracticeId) = CheckInDraft(
    moment = CheckInMoment.AFTER,
    practice = practice,
    pain = pain?.toUByte(),
    stiffness = null,
    sleep = null,
    energy = null,
    mood = mood?.toUByte(),
    stress = null,
    areas = emptyList(),
    sensations = noticed.toList(),
    note = line.trim(),
)
