package app.mingmen.android

import app.mingmen.ui.state.Place
import app.mingmen.ui.words.Label
import java.time.Duration

/** From Welcome to the first breath: two pages of questions, none of them true. */
internal fun Phone.answerTheScreening() {
    press(Label.BEGIN)
    val form = waitFor<Place.Screening>().form
    press(form.pages[0].none)
    press(form.pages[1].none)
    waitFor<Place.FirstBreath>()
}

/** Takes the first breath, which ends by itself after two minutes. */
internal fun Phone.takeAFirstBreath() {
    press(Label.START)
    waitFor<Place.Playing>()
    practise(Duration.ofSeconds(150))
    waitFor<Place.CheckIn>()
}

/** From the check-in after the first breath to the plan, all of it as preset. */
internal fun Phone.setUpThePlan() {
    pressBeginning("4, ")
    press(Label.SAVE)
    val lines = waitFor<Place.AboutYou>().form.lines
    press(lines.first().text)
    press(Label.PROCEED)
    waitFor<Place.Enrol>()
    press(Label.START_ON, "Monday")
    waitFor<Place.AtToday>()
}

internal fun Phone.firstDay() {
    answerTheScreening()
    takeAFirstBreath()
    setUpThePlan()
}
