package app.mingmen.desktop.offscreen

import app.mingmen.core.BendGroup
import app.mingmen.core.BendOption
import app.mingmen.core.Change
import app.mingmen.ui.state.Place
import app.mingmen.ui.words.Label
import java.time.Instant

/** What a person does with their plans: bends one, pauses it, follows another beside it, and goes on once all weeks are done. */
fun Story.planDay() {
    enrols()
    bends()
    changesTheTimes()
    pauses()
    setsWhatRings()
    followsAnother()
    wouldFollowTheirOwn()
    isDone()
}

/** Lays a picture beside its golden one, if it is one of the few that are kept. */
fun Golden.comparePlan(showing: Showing, name: String, phone: Phone) {
    val page = name.substringAfter('-')
    if (page in KEPT[showing].orEmpty()) compare(showing, "plan-$page", phone.picture())
}

/** Whether any page of that day is kept as a golden picture in this showing. */
val Showing.keepsPlanDay: Boolean get() = this in KEPT

private val KEPT = mapOf(
    Showing.LIGHT to setOf("adjust", "ahead", "pause", "paused", "pause-ahead", "test", "clock", "today-paused", "others", "review", "quiet", "nerve", "over"),
    Showing.LARGE_DARK to setOf("adjust", "pause", "quiet", "test", "clock"),
)

private fun Story.enrols() {
    press(Label.BEGIN)
    repeat(2) { (state.place as Place.Screening).let { phone.press(it.form.pages[it.page].none) } }
    press(Label.LOOK_AROUND)
    press(Label.TAB_PLAN)
    keep("empty", "No plan yet.")
    press(Label.SET_UP)
    phone.press((state.place as Place.AboutYou).form.none)
    press(Label.START_ON, label(Label.MONDAY))
    press(Label.TAB_PLAN)
}

private fun Story.bends() {
    press(Label.CHANGE)
    keep("adjust", "All ways to bend the plan.")
    phone.press(way { it.warning != null }.title)
    keep("ahead", "Going ahead has something to weigh first.")
    press(Label.KEEP_AS_IT_IS)
    phone.press(way { it.group == BendGroup.LEAVE }.title)
    keep("leaving", "Leaving is asked about once.")
    press(Label.KEEP_AS_IT_IS)
    phone.press(way { it.group == BendGroup.SESSION }.title)
    keep("moved", "Today's practice is moved to the evening, and the plan shows again.")
}

// By what it is: in another language it has another name.
private fun Story.way(isIt: (BendOption) -> Boolean) = (state.place as Place.AtAdjust).options.first(isIt)

private fun Story.changesTheTimes() {
    press(Label.CHANGE)
    press(Label.DAYS_AND_TIMES)
    phone.press(label(Label.SUNDAY))
    phone.press(label(Label.SATURDAY))
    keep("days-and-times", "Days, times, length and posture; five days are more than the article asks for.")
    phone.press(label(Label.SUNDAY))
    press(Label.LATER)
    press(Label.SAVE)
    keep("times-changed", "The plan has the new days.")
}

private fun Story.pauses() {
    press(Label.CHANGE)
    press(Label.PAUSE_OTHER_DAYS)
    press(Label.WEEK_LATER)
    press(Label.DAY_LATER)
    keep("pause", "A holiday that is still to come.")
    press(Label.WEEK_EARLIER)
    press(Label.DAY_EARLIER)
    press(Label.PAUSE_DAYS, 7)
    keep("paused", "The plan rests.")
    press(Label.TAB_TODAY)
    keep("today-paused", "Today rests with it, and offers to go on.")
    press(Label.GO_ON_TODAY)
    keep("gone-on", "The pause is over.")
    press(Label.TAB_PLAN)
    restsAhead()
}

private fun Story.restsAhead() {
    press(Label.CHANGE)
    press(Label.PAUSE_OTHER_DAYS)
    press(Label.WEEK_LATER)
    press(Label.PAUSE_DAYS, 7)
    keep("pause-ahead", "A holiday that is still to come is said on the plan.")
    press(Label.CHANGE)
    phone.press(way { it.change is Change.Resume }.title)
}

private fun Story.setsWhatRings() {
    press(Label.TAB_TODAY)
    phone.pressBeginning(label(Label.NEXT_REMINDER, "").trim())
    press(Label.RING_TEST)
    keep("test", "A test is on its way.")
    listOf(Label.RING_AGAIN, Label.RING_WEEK, Label.RING_POSTURE, Label.QUIET_UNTIL).forEach { phone.press(label(it)) }
    opensTimes(Label.RING_WEEK)
    press(Label.LATER)
    keep("review", "A look back, half an hour later than proposed.")
    opensTimes(Label.RING_WEEK)
    opensTimes(Label.QUIET_UNTIL)
    press(Label.WEEK_LATER)
    opensTimes(Label.QUIET_HOURS)
    press(Label.EARLIER)
    keep("quiet", "Quiet earlier in the evening, and altogether for two weeks.")
    phone.press(label(Label.QUIET_UNTIL))
    state.back()
    phone.settle()
    press(Label.TAB_PLAN)
}

private fun Story.opensTimes(label: Label) = press(Label.SET_TIMES, label(label))

private fun Story.followsAnother() {
    press(Label.OTHER_PLANS)
    keep("others", "The plans that can be followed.")
    choosesPlan("upper-body-nerve")
    press(Label.ADD_TIME)
    phone.press(label(Label.TUESDAY))
    press(Label.WEEK_LESS)
    press(Label.ON_WHOSE_CLOCK)
    keep("clock", "Whose clock the times follow, which is rarely asked for.")
    press(Label.ON_WHOSE_CLOCK)
    keep("nerve", "Another plan: twice a day, on fewer days than the article asks for, and for five weeks.")
    press(Label.START_ON, label(Label.MONDAY))
    press(Label.TAB_PLAN)
    keep("two", "Both plans, one under the other.")
}

private fun Story.choosesPlan(plan: String) = phone.press((state.place as Place.AtPlans).choices.first { it.plan == plan }.title)

private fun Story.wouldFollowTheirOwn() {
    press(Label.OTHER_PLANS)
    choosesPlan("own-routine")
    keep("own-none", "There is no routine of one's own yet.")
}

private fun Story.isDone() {
    killAndReopen(Instant.parse("2026-09-21T07:00:00Z"))
    keep("over", "All weeks are done; what to go on with.")
    press(Label.TAB_PLAN)
    keep("plan-over", "The plan that is done, and the way to others.")
}
