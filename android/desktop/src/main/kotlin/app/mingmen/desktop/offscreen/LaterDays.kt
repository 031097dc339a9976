package app.mingmen.desktop.offscreen

import app.mingmen.core.Change
import app.mingmen.core.CheckInDraft
import app.mingmen.core.CheckInMoment
import app.mingmen.core.LookReason
import app.mingmen.core.PhoneLeave
import app.mingmen.core.PhoneReport
import app.mingmen.ui.state.Place
import app.mingmen.ui.words.Label
import java.time.Instant
import java.time.LocalDate

/** The weeks after the first day: what Today asks and offers, the calendar, the live classes, a day that hurts, the questions once more. */
fun Story.laterDays() {
    enrols()
    practisesSore()
    isAskedTheDayAfter()
    isOfferedAnEasierWeek()
    looksAtTheMonth()
    keepsClasses()
    hasTwoPlans()
    isAskedAgain()
}

/** Lays a picture beside its golden one, if it is one of the few that are kept. */
fun Golden.compareLater(showing: Showing, name: String, phone: Phone) {
    val page = name.substringAfter('-')
    if (page in KEPT[showing].orEmpty()) compare(showing, "later-$page", phone.picture())
}

/** Whether any page of those days is kept as a golden picture in this showing. */
val Showing.keepsLaterDays: Boolean get() = this in KEPT

private val KEPT = mapOf(
    Showing.LIGHT to setOf("day-after", "offer", "month", "classes", "class", "also-due", "hurts-longer", "screen-again"),
    Showing.DARK to setOf("offer", "month"),
    Showing.LARGE_DARK to setOf("offer", "month", "classes", "class"),
)

private fun Story.enrols() {
    press(Label.BEGIN)
    repeat(2) { (state.place as Place.Screening).let { phone.press(it.form.pages[it.page].none) } }
    press(Label.SET_UP)
    phone.press((state.place as Place.AboutYou).form.none)
    press(Label.START_ON, "Monday")
}

private fun Story.practisesSore() {
    press(Label.BEGIN)
    phone.pressBeginning("3, ")
    time.pass(30 * 60_000)
    phone.settle()
    phone.pressBeginning("5, ")
    press(Label.SAVE)
}

private fun Story.isAskedTheDayAfter() {
    killAndReopen(Instant.parse("2026-05-12T07:05:00Z"))
    phone.show(label(Label.NOT_WORSE))
    keep("day-after", "The day after a practice: one question.")
    press(Label.NOT_WORSE)
    keep("day-after-answered", "It is answered, and is gone.")
}

private fun Story.isOfferedAnEasierWeek() {
    killAndReopen(Instant.parse("2026-05-13T06:52:00Z"))
    practisesSore()
    phone.show(label(Label.DECLINE))
    keep("offer", "It hurt more after two practices running: an easier week is offered, with why.")
    press(Label.ACCEPT)
    keep("offer-accepted", "It is accepted.")
}

private fun Story.looksAtTheMonth() {
    meanwhile { enrolments().single().let { changeEnrolment(it.id, LocalDate.of(2026, 5, 25), Change.Pause(LocalDate.of(2026, 5, 31))) } }
    press(Label.TAB_PROGRESS)
    press(Label.WHOLE_MONTH)
    keep("month", "The month: what was done, what is planned, what rests and what is paused.")
    val monday = (state.place as Place.AtMonth).page.days.first { it.minutes > 0u }
    // Where text is very large all of it is said at once.
    if (phone.touchables().any { monday.spoken in phone.wordsOf(it) }) phone.press(monday.spoken)
    keep("month-day", "A day that went by, and what was done on it.")
    press(Label.ADD_TO_CALENDAR)
    keep("month-handed-over", "The plan for one's own calendar app, with what to do with it.")
    press(Label.LATER_MONTH)
    keep("month-later", "The month after it.")
    press(Label.EARLIER_MONTH)
    goesBack()
}

private fun Story.keepsClasses() {
    meanwhile { lookAtReminders(PhoneReport(LookReason.OPENED, HELD_BACK, ONE, ringsAlone = false, pending = emptyList(), shown = emptyList())) }
    press(Label.TAB_TODAY)
    keep("held-back", "The phone may hold reminders back: the bell says so.")
    press(Label.BELL_HELD_BACK)
    press(Label.CLASSES)
    val rows = (state.place as Place.AtClasses).rows
    phone.press(rows.last().name)
    keep("classes", "The live classes at their times here; one of them rings.")
    press(Label.CHANGE_CLASS, rows.last().name)
    press(Label.LATER)
    keep("class", "A class: its day, its time, on whose clock.")
    press(Label.SAVE)
    press(Label.ADD_CLASS)
    phone.type("Tai chi in the park")
    phone.type("Seoul", label(Label.OTHER_ZONE))
    press(Label.SAVE)
    keep("class-refused", "A clock that nobody knows: it says how its name is written.")
    phone.type("Asia/Seoul", label(Label.OTHER_ZONE))
    press(Label.SAVE)
    keep("classes-own", "One of one's own, on the clock of another place.")
    press(Label.CHANGE_CLASS, "Tai chi in the park")
    press(Label.REMOVE_CLASS)
    keep("class-removing", "Removing is asked about once.")
    press(Label.REMOVE)
    goesBack()
}

private val HELD_BACK = PhoneLeave(notifications = true, exactAlarms = false, battery = true)
private const val ONE: UInt = 1u

private fun Story.hasTwoPlans() {
    meanwhile { enrolForm("morning-maintenance").let { enrol(it.preset.copy(startsOn = LocalDate.of(2026, 5, 13))) } }
    killAndReopen(Instant.parse("2026-05-15T05:30:00Z"))
    phone.show(label(Label.HURTS_TODAY))
    keep("also-due", "Two plans run beside each other; both have something today.")
    press(Label.HURTS_TODAY)
    press(Label.POSTURE_MINUTES, label(Label.SEATED), checkNotNull((state.place as Place.Hurts).today.gentleLonger).choices.minutes.toInt())
    keep("hurts-longer", "A day that hurts and allows a little more.")
}

private fun Story.isAskedAgain() {
    notes("2026-05-27T08:00:00Z", pain = 3)
    notes("2026-05-28T08:00:00Z", pain = 7)
    killAndReopen(time.now().instant)
    keep("today-screen-again", "A number of pain asks for the questions again, and says why.")
    press(Label.SIGNS_AGAIN)
    keep("screen-again", "The questions once more, with why.")
}

private fun Story.notes(at: String, pain: Int) {
    killAndReopen(Instant.parse(at))
    meanwhile { checkIn(CheckInDraft(CheckInMoment.ANYTIME, null, pain.toUByte(), null, null, null, null, null, emptyList(), emptyList(), "")) }
}

private fun Story.goesBack() {
    state.back()
    phone.settle()
}
