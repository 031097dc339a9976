package app.mingmen.ui.screen

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import app.mingmen.core.BendGroup
import app.mingmen.core.BendOption
import app.mingmen.core.Change
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.icon.Icon
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Filler
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.LinkRow
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.Tone
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.part.press
import app.mingmen.ui.state.MingmenAppState
import app.mingmen.ui.state.Place
import app.mingmen.ui.state.asks
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.theme.Touch
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** All ways to bend a plan now. A press makes the change; what is to be weighed first is asked about once. */
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
                BendRow(option) { state.plan.bend(place.plan.enrolment, option) }
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
        BendGroup.ADVANCE -> Label.MOVES_ON
        BendGroup.PAUSE -> Label.A_PAUSE
        BendGroup.LEAVE -> null
    }

/** Only what leads to a question has an arrow: the others are made at once. */
@Composable
private fun BendRow(option: BendOption, onPress: () -> Unit) {
    val c = Theme.colours
    Row(
        Modifier.fillMaxWidth().heightIn(min = Touch.row.dp).press(onPress = onPress).padding(start = 16.dp, end = 14.dp, top = 10.dp, bottom = 10.dp),
        horizontalArrangement = Arrangement.spacedBy(14.dp),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        Column(Modifier.weight(1f)) {
            Text(option.title, style = Theme.type.bodyStrong)
            Text(option.detail, style = Theme.type.support, color = c.inkSoft)
        }
        if (option.asks && !Theme.largeText) Icon(Glyphs.forward, size = 20.dp, colour = c.inkSoft)
    }
}

/** A change that is asked about once, with what is to be weighed first. */
@Composable
internal fun Bending(state: MingmenAppState, place: Place.AtBending) = Page(top = { TopBar({ state.back() }) }) {
    Filler()
    Headline(place.option.title)
    Gap(8)
    Text(place.option.warning ?: place.option.detail)
    Filler()
    BigButton(words[Label.KEEP_AS_IT_IS], onPress = { state.back() })
    Gap(10)
    BigButton(place.option.title, tone = Tone.OUTLINE) { state.plan.make(place.enrolment, place.option) }
    Gap(30)
}
