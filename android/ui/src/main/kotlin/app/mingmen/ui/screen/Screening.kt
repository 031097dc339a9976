package app.mingmen.ui.screen

import androidx.compose.animation.AnimatedVisibility
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import app.mingmen.core.ScreeningForm
import app.mingmen.core.ScreeningLine
import app.mingmen.core.ScreeningLineId
import app.mingmen.core.Tier
import app.mingmen.ui.icon.Glyphs
import app.mingmen.ui.part.BigButton
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.CheckRow
import app.mingmen.ui.part.Filler
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.Headline
import app.mingmen.ui.part.IconButton
import app.mingmen.ui.part.Notice
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** One page of the questions before the first practice, with [why] they are asked again. The button lies below the list: all of it has been seen by then. */
@Composable
fun Screening(
    form: ScreeningForm,
    page: Int,
    ticked: Set<ScreeningLineId>,
    why: String,
    onTick: (ScreeningLineId, Boolean) -> Unit,
    onNext: () -> Unit,
    onBack: () -> Unit,
) {
    val here = form.pages[page]
    Page(top = { TopBar(onBack, words.format(Label.STEP_OF, page + 1, form.pages.size), quiet = true) }) {
        Headline(here.title, small = true)
        Gap(6)
        Text(here.lead, style = Theme.type.support, color = Theme.colours.inkSoft)
        if (why.isNotEmpty() && page == 0) {
            Gap(12)
            Notice(why)
        }
        Gap(14)
        Card {
            here.lines.forEachIndexed { i, line ->
                if (i > 0) Hairline()
                Line(line, line.id in ticked) { onTick(line.id, it) }
            }
        }
        Gap(10)
        Text(form.notice, style = Theme.type.support, color = Theme.colours.inkSoft)
        Filler()
        BigButton(next(form, page, ticked), onPress = onNext)
        Gap(30)
    }
}

@Composable
private fun next(form: ScreeningForm, page: Int, ticked: Set<ScreeningLineId>): String = when {
    shuts(form, ticked) -> words[Label.SEE_WHAT_TO_DO]
    form.pages[page].lines.any { it.id in ticked } -> words[Label.PROCEED]
    else -> form.pages[page].none
}

/** Whether a line is ticked that ends the questions: what to do comes before anything else that might be asked. */
fun shuts(form: ScreeningForm, ticked: Set<ScreeningLineId>): Boolean =
    form.pages.flatMap { it.lines }.any { it.id in ticked && it.tier != Tier.SOON }

@Composable
private fun Line(line: ScreeningLine, on: Boolean, onTick: (Boolean) -> Unit) {
    var open by rememberSaveable(line.id) { mutableStateOf(false) }
    // A single sign that only repeats the line has nothing more to say.
    val more = line.signs.size > 1 || line.signs.any { it.text != line.text }
    CheckRow(
        text = line.text,
        on = on,
        onTick = onTick,
        aside = {
            if (!more) return@CheckRow
            val spoken = words.format(if (open) Label.HIDE_SIGNS else Label.SHOW_SIGNS, line.text)
            IconButton(if (open) Glyphs.shut else Glyphs.open, spoken, colour = Theme.colours.inkSoft) { open = !open }
        },
        below = { AnimatedVisibility(open) { Signs(line) } },
    )
}

@Composable
private fun Signs(line: ScreeningLine) {
    val start = if (Theme.largeText) 16.dp else 58.dp
    Column(Modifier.padding(start = start, end = 16.dp, bottom = 12.dp), verticalArrangement = Arrangement.spacedBy(6.dp)) {
        line.signs.forEach { Text(it.text, style = Theme.type.support, color = Theme.colours.inkSoft) }
    }
}
