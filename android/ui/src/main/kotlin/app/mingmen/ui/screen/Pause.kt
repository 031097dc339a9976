package app.mingmen.ui.screen

import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.DayStepper
import app.mingmen.ui.part.Filler
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words
import java.time.temporal.ChronoUnit

/** The first and the last day of a pause, from today on: a holiday can be entered ahead. */
@Composable
internal fun Pause(state: MingmenAppState, place: Place.AtPause) = Page(top = { TopBar({ state.back() }, words[Label.A_PAUSE]) }) {
    Text(words[Label.PAUSE_CALM], style = Theme.type.fact, color = Theme.colours.inkSoft)
    Gap(20)
    GroupLabel(words[Label.FIRST_DAY])
    DayStepper(place.days[place.from].orEmpty(), canEarlier = place.from > place.today) { state.plan.shift(place, it) }
    Gap(16)
    GroupLabel(words[Label.LAST_DAY])
    DayStepper(place.days[place.through].orEmpty(), canEarlier = place.through > place.from) { state.plan.stretch(place, it) }
    Filler()
    val days = ChronoUnit.DAYS.between(place.from, place.through).toInt() + 1
    BigButton(if (days == 1) words[Label.PAUSE_ONE_DAY] else words.format(Label.PAUSE_DAYS, days)) { state.plan.pause(place) }
    Gap(30)
}
