package app.mingmen.ui.screen

import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import app.mingmen.core.BendGroup
import app.mingmen.core.Change
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.LinkRow
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.part.press
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.state.asks
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** All ways to bend a plan now. A press makes the change; what is to be weighed first is asked about once, and alone has an arrow. */
@Composable
internal fun Adjust(state: MingmenAppState, place: Place.AtAdjust) = Page(top = { TopBar({ state.back() }, words[Label.CHANGE_PLAN]) }) {
    Text(place.plan.title, style = Theme.type.title)
    Text(place.plan.now, style = Theme.type.fact, color = Theme.colours.inkSoft)
    Gap(14)
    Card { LinkRow(words[Label.DAYS_AND_TIMES], place.plan.nowTimes) { state.plan.change(place) } }
    place.options.groupBy { it.group }.forEach { (group, options) ->
        Gap(20)
        group.label?.let { GroupLabel(words[it]) }
        Card {
            options.forEachIndexed { i, option ->
                if (i > 0) Hairline()
                LinkRow(option.title, option.detail, leads = option.asks) { state.plan.bend(place.plan.enrolment, option) }
            }
            val pause = options.firstOrNull { it.change is Change.Pause } ?: return@Card
            Hairline()
            LinkRow(words[Label.PAUSE_OTHER_DAYS], words[Label.PAUSE_OTHER_DAYS_MORE]) { state.plan.choosePause(place.plan, pause) }
        }
    }
    Gap(30)
}

// Leaving says itself what it is.
private val BendGroup.label
    get() = when (this) {
        BendGroup.SESSION -> Label.ONE_PRACTICE
        BendGroup.WEEK -> Label.WEEK_OF_PLAN
        BendGroup.LENGTH -> Label.LENGTH
        BendGroup.CLOCK -> Label.ON_WHOSE_CLOCK
        BendGroup.ADVANCE -> Label.MOVES_ON
        BendGroup.PAUSE -> Label.A_PAUSE
        BendGroup.LEAVE -> null
    }
