package app.mingmen.desktop.offscreen

import app.mingmen.desktop.Arguments
import app.mingmen.desktop.DataFolder
import app.mingmen.ui.state.Place
import app.mingmen.ui.theme.Look
import app.mingmen.ui.words.Label
import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import java.time.LocalDateTime
import kotlin.io.path.writeBytes
import kotlin.io.path.writeLines

/** Goes through a first day off screen: numbered pictures and `story.txt` into [pictures], each line to [tell] as well. */
fun tellFirstDay(pictures: Path, arguments: Arguments, tell: (String) -> Unit) {
    val lines = mutableListOf<String>()
    val database = emptyFile(Files.createDirectories(pictures), DataFolder(arguments.data))
    val telling = Telling(database, Screen(textScale = arguments.textScale), Look(arguments.dark, arguments.still), locale = arguments.locale ?: "en") { name, line, phone ->
        pictures.resolve("$name.png").writeBytes(phone.picture())
        lines += "$name.png  $line"
        tell(lines.last())
    }
    Story(telling).use(Story::firstDay)
    pictures.resolve("story.txt").writeLines(lines)
}

// A first day needs an empty file; whoever has notes in the folder keeps them, and an earlier first day is set aside.
private fun emptyFile(pictures: Path, folder: DataFolder): Path {
    if (!folder.hasDatabase()) return folder.database()
    val own = DataFolder(pictures.resolve("data"))
    if (own.hasDatabase()) own.setAside(LocalDateTime.now())
    return own.database()
}

/** From the first tap on the icon to the day after: every press is one that a person would make. */
fun Story.firstDay() {
    answersTheScreening()
    takesAFirstBreath()
    setsUpThePlan()
    practises()
    looksAround()
    looksThroughTheLibrary()
    learns()
    rests()
    isHurtAndStops()
    ticksARedFlag()
}

private fun Story.answersTheScreening() {
    keep("welcome", "Mingmen opens. It says what it is, and that nothing leaves this device.")
    press(Label.BEGIN)
    keep("screening-now", "The first questions: is any of this true now?")
    phone.press(form().pages[0].none)
    keep("screening-soon", "The second page of questions.")
    phone.press(form().pages[1].none)
}

private fun Story.form() = (state.place as Place.Screening).form

private fun Story.takesAFirstBreath() {
    keep("first-breath", "None of these. Two doors: a first breath now, or the plan.")
    press(Label.START)
    keep("count-in", "A count of three before it moves.")
    phone.pass(6_500)
    keep("settle", "It has begun, ${time.monotonicMs / 1000} seconds after the app was opened.")
    phone.pass(12_000)
    keep("breathe", "Breathing with the ring.")
    time.pass(2 * 60_000)
    phone.settle()
    keep("check-in", "Two minutes are over. How is your back now?")
    phone.pressBeginning("4, ")
    press(Label.SAY_MORE)
    phone.settle()
    phone.pressBeginning("Rather good")
    keep("check-in-noted", "Four of ten is noted, and a mood, and neither is kept yet.")
    press(Label.SAVE)
}

private fun Story.setsUpThePlan() {
    keep("about-you", "Kept. Now what fits the person, before a plan is made.")
    val lines = (state.place as Place.AboutYou).form.lines
    phone.press(lines.first { it.id == "screen-standing" }.text)
    phone.press(lines.first { it.id == "screen-new-to-qigong" }.text)
    keep("about-you-ticked", "Two things fit; the note says at once what they change.")
    press(Label.PROCEED)
    keep("enrol", "The plan on one page, all of it preset.")
    press(Label.LATER)
    press(Label.EARLIER)
    press(Label.START_ON, "Monday")
    keep("today", "Enrolled. Today says what there is to do.")
}

private fun Story.practises() {
    press(Label.BEGIN)
    keep("ready", "Before the practice: how is your back?")
    phone.pressBeginning("5, ")
    time.pass(3 * 60_000)
    phone.settle()
    keep("player", "Three minutes into the practice.")
    press(Label.PAUSE)
    keep("paused", "Held. The ring stands still.")
    press(Label.GO_ON)
    phone.pass(5_000)
    killAndReopen(time.now().instant.plusSeconds(20 * 60))
    keep("resume", "The phone ended the app; twenty minutes later it is opened again and offers to go on.")
    press(Label.GO_ON)
    phone.pass(9_000)
    keep("gone-on", "It goes on where it was.")
    time.pass(30 * 60_000)
    phone.settle()
    phone.pressBeginning("4, ")
    keep("after-practice", "The practice is over. Five before, four after.")
    press(Label.SAVE)
    keep("today-done", "Today's practice is done.")
}

private fun Story.looksAround() {
    press(Label.TAB_PLAN)
    keep("plan", "All twelve weeks.")
    press(Label.TAB_PROGRESS)
    keep("progress", "The week: what was done, and pain before and after.")
    press(Label.TAB_TODAY)
    phone.pressBeginning(label(Label.NEXT_REMINDER, "").trim())
    keep("reminders", "Whether reminders will ring, and what.")
    phone.press(label(Label.MONDAY))
    keep("reminder-day", "Why something rang on Monday, or did not.")
    state.back()
    phone.settle()
    state.back()
    phone.settle()
}

private fun Story.looksThroughTheLibrary() {
    press(Label.TAB_LIBRARY)
    keep("library", "Everything there is to practise, what the plan asks for now first.")
    opensTheFilters()
    phone.press(nameOf { page.areas.first { it.area == "low-back" }.name })
    opensTheFilters()
    keep("library-narrowed", "Only what is for the lower back.")
    phone.press(nameOf { page.areas.first { it.area == "low-back" }.name })
    opens("spinal-wave", "movement", "One movement with its steps, and where they come from.")
    phone.press(formNamed("spinal-wave/undulation"))
    keep("movement-form", "Another of its forms.")
    goBack()
    opens("joint-mobilization")
    phone.press((state.place as Place.AtMovement).page.extras.first().title)
    keep("movement-steps", "A movement without a figure: its steps. Something is switched on inside it.")
    goBack()
    opens("routine-phase-1", "routine", "A routine with its movements and minutes.")
    goBack()
    opens("routine-one-movement", "routine-any", "A routine that is a choice.")
    goBack()
    phone.type("kidney")
    keep("search", "A word is typed; what it finds shows at once.")
    phone.type("zzyzx")
    keep("search-none", "Nothing by that name; what comes near is shown.")
    phone.press(label(Label.CLEAR_SEARCH))
}

private fun Story.learns() {
    press(Label.LEARN)
    keep("learn", "What there is to read, by topic.")
    phone.press((state.place as Place.AtLibrary).page.topics.first { it.topic == "channels" }.title)
    keep("topic", "One topic.")
    phone.press((state.place as Place.AtTopic).page.items.first { it.id == "meridian-kidney" }.title)
    keep("reading", "One page to read, each passage with its origin.")
    goBack()
    goBack()
    press(Label.BODY_MAP)
    keep("body-map", "The body from the front.")
    goBack()
}

// They bear another name where text is very large.
private fun Story.opensTheFilters() = phone.press(listOf(Label.PART_OF_BODY, Label.NARROW).map { label(it) }.first { it in phone.words() })

private fun Story.nameOf(name: Place.AtLibrary.() -> String) = (state.place as Place.AtLibrary).name()

private fun Story.formNamed(id: String) = (state.place as Place.AtMovement).page.movement.variants.first { it.id == id }.name

// Opens a row of the Library's list.
private fun Story.opens(id: String) {
    val page = (state.place as Place.AtLibrary).page
    phone.press((page.routines + page.movements).first { it.link.id == id }.link.title)
}

private fun Story.opens(id: String, name: String, line: String) {
    opens(id)
    // The figure moves once by itself.
    phone.pass(20_000)
    keep(name, line)
}

private fun Story.goBack() {
    state.back()
    phone.settle()
}

private fun Story.rests() {
    killAndReopen(Instant.parse("2026-05-12T07:05:00Z"))
    keep("rest-day", "Tuesday: nothing is planned.")
}

private fun Story.isHurtAndStops() {
    press(Label.HURTS_TODAY)
    keep("hurts", "A day that hurts: five quiet minutes instead.")
    press(Label.BEGIN)
    phone.pass(8_000)
    press(Label.STOP)
    keep("stopped", "Stop. It ends at once, and says that it was right.")
    val form = (state.place as Place.Stopped).form
    phone.press(form.signs.first().text)
    keep("after-stop", "What was felt, and what to do.")
    phone.press(phone.wordsOf(phone.touchables().last()).first())
}

private fun Story.ticksARedFlag() {
    if (state.place !is Place.Screening) state.start().also { phone.settle() }
    if (state.place is Place.AtToday) {
        press(Label.HURTS_TODAY)
        phone.press(label(Label.WORSE))
    }
    phone.press(form().pages[0].lines[3].text)
    keep("red-flag-ticked", "A sign that needs a doctor is ticked; the button changes.")
    press(Label.SEE_WHAT_TO_DO)
    keep("red-flag", "Practice is shut. The one thing to do comes first.")
    press(Label.TELL_THEM)
    keep("tell-them", "What to tell whoever helps, large enough to show.")
    state.back()
    phone.settle()
    press(Label.LOOK_AROUND)
    press(Label.TAB_TODAY)
    keep("today-shut", "Today waits. Reading stays open.")
}
