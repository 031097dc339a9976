package app.mingmen.android

import app.mingmen.ui.state.Place
import app.mingmen.ui.words.Label
import java.time.Duration

/** From Welcome to the first breath: two pages of questions, none of them true. */
internal fun Phone.answerTheScreening() {
    waitFor<Place.Welcome>()
    press(Label.BEGIN)
    val form = waitFor<Place.Screening>().form
    press(form.pages[0].none)
    press(form.pages[1].none)
    waitFor<Place.FirstBreath>()
}

/** Begins the first breath and is some way into it. */
internal fun Phone.beginTheFirstBreath() {
    press(Label.START)
    waitFor<Place.Playing>()
    practise(Duration.ofSeconds(20))
}

/** The first breath ends by itself after two minutes. */
internal fun Phone.endTheFirstBreath() {
    practise(Duration.ofSeconds(120))
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
