package app.mingmen.ui.screen

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import app.mingmen.core.Reminder
import app.mingmen.ui.part.Card
import app.mingmen.ui.part.Gap
import app.mingmen.ui.part.GroupLabel
import app.mingmen.ui.part.Hairline
import app.mingmen.ui.part.Page
import app.mingmen.ui.part.TopBar
import app.mingmen.ui.theme.Theme
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.words

/** What rings next, with the words it rings with, and why. */
@Composable
fun Reminders(reminders: List<Reminder>, onBack: () -> Unit) = Page(top = { TopBar(onBack, words[Label.REMINDERS]) }) {
    if (reminders.isEmpty()) {
        Text(words[Label.NOTHING_RINGS])
        return@Page
    }
    GroupLabel(words[Label.WHAT_RINGS])
    Card {
        reminders.forEachIndexed { i, reminder ->
            if (i > 0) Hairline()
            Column(Modifier.fillMaxWidth().padding(horizontal = 16.dp, vertical = 12.dp)) {
                Text(reminder.title, style = Theme.type.bodyStrong)
                Text(reminder.text)
                Text(reminder.why, style = Theme.type.support, color = Theme.colours.inkSoft)
            }
        }
    }
    Gap(30)
}
