package app.mingmen.desktop.offscreen

import app.mingmen.core.FigureAge
import app.mingmen.core.FigureChoices
import app.mingmen.core.FigureHair
import app.mingmen.core.FigureRange
import app.mingmen.core.FigureSkin
import app.mingmen.ui.part.Tab
import app.mingmen.ui.state.Place
import app.mingmen.ui.words.Label

/** What a person makes their own: how they are led, a routine from scratch and one to measure, the body check, the figure, small notes. */
fun Story.ownDay() {
    comesIn()
    isLedTheirWay()
    makesARoutine()
    takesOneIn()
    hasOneMadeToMeasure()
    checksTheBody()
    choosesTheFigure()
    keepsNotes()
    feelsSomethingWrong()
}

/** Lays a picture beside its golden one, if it is one of the few that are kept. */
fun Golden.compareOwn(showing: Showing, name: String, phone: Phone) {
    val page = name.substringAfter('-')
    if (page in KEPT[showing].orEmpty()) compare(showing, "own-$page", phone.picture())
}

/** Whether any page of that day is kept as a golden picture in this showing. */
val Showing.keepsOwnDay: Boolean get() = this in KEPT

private val KEPT = mapOf(
    Showing.LIGHT to setOf("making", "measure", "body-check", "suggestions", "notes-kept", "figure-chosen", "led", "change"),
    Showing.LARGE_DARK to setOf("making", "change"),
)

private fun Story.comesIn() {
    press(Label.BEGIN)
    repeat(2) { (state.place as Place.Screening).let { phone.press(it.form.pages[it.page].none) } }
    press(Label.LOOK_AROUND)
}

private fun Story.isLedTheirWay() {
    val page = (state.place as Place.AtLibrary).page
    phone.press(page.routines.first { it.link.id == "routine-phase-1" }.link.title)
    press(Label.STANDING)
    press(Label.BEGIN_MINUTES, (state.place as Place.AtRoutine).page.routine.minutes.toInt())
    press(Label.LED)
    val form = (state.place as Place.AtLed).form
    phone.press(form.voices[1].text)
    press(Label.PACER_WHERE)
    press(Label.PACE_SLOWER)
    phone.press(form.gratitude.title)
    keep("led", "How one is led: what is said, the breath, what goes around the practice.")
    goesBack()
    keep("ready-led", "The page before a practice says it in a few words.")
    press(Label.START_WITHOUT)
    time.pass(5 * 60_000)
    phone.settle()
    keep("led-player", "Standing, and led with the main things alone.")
    press(Label.CHANGE_REST)
    keep("change", "In the middle of it, what is left can be changed.")
    press(Label.SIT_FROM_HERE)
    phone.press(form.breaths.last().text)
    phone.press(label(Label.MINUTES_SHORT, 5))
    keep("changed", "On a chair from here, in one's own breath, for five minutes more.")
    press(Label.GO_ON)
    phone.pass(LED_MS)
    keep("led-on", "It goes on where it was, in one's own breath.")
    press(Label.CLOSE)
    press(Label.END)
    press(Label.SKIP)
    state.open(Tab.LIBRARY)
    phone.settle()
}

private fun Story.makesARoutine() {
    press(Label.MAKE_ROUTINE)
    keep("making-empty", "A routine from scratch: nothing is in it yet.")
    press(Label.ADD_MOVEMENTS)
    keep("choosing", "Every movement there is, with its usual minutes.")
    listOf("pelvic-tilt", "shoulder-circles", "closing-breath").forEach { takes(it) }
    phone.type("wave")
    keep("choosing-some", "A few letters, and the list is short.")
    takes("spinal-wave/undulation")
    press(Label.DONE_MINUTES, (state.place as Place.AtChoosing).at.making.minutes)
    phone.type("Before breakfast")
    press(Label.MOVE_UP, titleOf("spinal-wave/undulation"))
    press(Label.MINUTE_MORE, titleOf("pelvic-tilt"))
    keep("making", "Four movements, put in order and re-timed by keys alone.")
    press(Label.SAVE_MINUTES, (state.place as Place.AtMaking).making.minutes)
    phone.pass(FIGURE_MS)
    keep("own-routine", "It is a routine like any other, and can be changed.")
    press(Label.SHARE)
    press(Label.DELETE)
    keep("deleting", "Deleting is asked about once.")
    press(Label.KEEP_IT)
    goesBack()
}

private fun Story.takes(form: String) = phone.press(title(form))

private fun Story.title(form: String) = (state.place as Place.AtChoosing).at.form.forms.first { it.link.id == form }.link.title

private fun Story.titleOf(form: String) = (state.place as Place.AtMaking).form.forms.first { it.link.id == form }.link.title

private fun Story.takesOneIn() {
    press(Label.MAKE_ROUTINE)
    device.chosen = device.shared.last().second.replace("\"minutes\": 2", "\"minutes\": 200").toByteArray()
    press(Label.OPEN_FILE)
    keep("file-refused", "A file that is none: where, and why.")
    goesBack()
}

private fun Story.hasOneMadeToMeasure() {
    keep("library-own", "The Library, with a routine of their own.")
    press(Label.TO_MEASURE)
    keep("measure", "What there is to choose; everything is preset.")
    val form = (state.place as Place.AtMeasure).form
    phone.press(form.days.first { it.day.name == "STIFF" }.text)
    phone.press(label(Label.MINUTES_SHORT, 15))
    press(Label.MAKE_IT)
    phone.pass(FIGURE_MS)
    keep("made", "Made to measure, with why each movement is in it.")
    press(Label.ANOTHER_ONE)
    keep("made-another", "Another one from the same choices.")
    goesBack()
    press(Label.LEAVE_OUT_CHOOSE)
    (state.place as Place.AtMeasure).movements.forEach { phone.press(it.title) }
    press(Label.MAKE_IT)
    keep("nothing-fits", "Too much is left out: it says so, and what helps.")
    goesBack()
}

private fun Story.checksTheBody() {
    press(Label.LEARN)
    press(Label.BODY_CHECK)
    keep("body-check", "A few questions about today.")
    press(Label.SEE_SUGGESTIONS)
    keep("nothing-suggested", "Nothing was answered, and that is fine.")
    press(Label.ASK_AGAIN)
    listOf("low-back", "sitting", "some", "desk", "minutes-10").forEach { answers(it) }
    keep("body-check-answered", "Some are answered, some passed over.")
    press(Label.SEE_SUGGESTIONS)
    keep("suggestions", "What may fit, each with its reason.")
    goesBack()
}

private fun Story.answers(option: String) {
    phone.press((state.place as Place.AtBodyCheck).form.questions.flatMap { it.options }.first { it.id == option }.text)
}

private fun Story.choosesTheFigure() {
    press(Label.TAB_PLAN)
    phone.pressBeginning(label(Label.THE_FIGURE))
    phone.pass(FIGURE_MS)
    keep("figure", "Who shows the movements: somebody is preset.")
    isShownBy { it.range == FigureRange.SMALLER }
    isShownBy { it.age == FigureAge.OLDER }
    isShownBy { it.skin == FigureSkin.BROWN }
    isShownBy { it.hair == FigureHair.GREY }
    phone.pass(FIGURE_MS / 2)
    keep("figure-chosen", "Somebody older, who goes less far.")
    goesBack()
    press(Label.TAB_LIBRARY)
    press(Label.LEARN)
}

// By what it makes of the person: in another language it has another name.
private fun Story.isShownBy(somebody: (FigureChoices) -> Boolean) =
    phone.press((state.place as Place.AtFigure).form.questions.flatMap { it.options }.first { !it.chosen && somebody(it.choices) }.text)

private fun Story.keepsNotes() {
    press(Label.SMALL_NOTES)
    keep("notes", "Small notes, all of them optional.")
    notes("sleep", "broken")
    notes("gratitude", null)
    keep("noting", "A line is being written.")
    press(Label.SAVE)
    keep("notes-kept", "Two notes are kept, and can be taken back.")
    goesBack()
    press(Label.TAB_PROGRESS)
    keep("progress-notes", "Progress shows what was noted in the week.")
    press(Label.NOTE_SOMETHING)
}

private fun Story.notes(kind: String, option: String?) {
    val one = (state.place as Place.AtNotes).form.kinds.first { it.id == kind }
    phone.press(one.title)
    if (option == null) return phone.type("A quiet morning, and tea.")
    phone.press(one.options.first { it.id == option }.text)
    press(Label.SAVE)
}

private fun Story.feelsSomethingWrong() {
    val kind = (state.place as Place.AtNotes).form.kinds.first { one -> one.options.any { it.feltWrong } }
    phone.press(kind.title)
    phone.press(kind.options.first { it.feltWrong }.text)
    press(Label.SAVE)
    keep("felt-wrong", "What felt wrong leads to the stop signs.")
    phone.press((state.place as Place.Stopped).form.emergency.first().text)
    keep("after-sign", "A sign of emergency: what to do.")
    press(Label.SEE_WHAT_TO_DO)
    keep("shut", "Practice is shut.")
}

private fun Story.goesBack() {
    state.back()
    phone.settle()
}

private const val FIGURE_MS = 20_000L
private const val LED_MS = 14_000L
