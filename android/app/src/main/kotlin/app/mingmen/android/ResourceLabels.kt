package app.mingmen.android

import android.annotation.SuppressLint
import android.content.res.Resources
import app.mingmen.ui.words.Label
import app.mingmen.ui.words.Labels

/** The labels from `strings.xml`, found by their names, since the screens know no resource numbers. */
internal class ResourceLabels(private val resources: Resources, packageName: String) : Labels {
    @SuppressLint("DiscouragedApi") // Each is asked for once.
    private val numbers = Label.entries.associateWith { resources.getIdentifier(it.key, "string", packageName) }

    override fun get(label: Label): String = resources.getString(numbers.getValue(label))
}
