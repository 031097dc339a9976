package app.mingmen.ui.state

/** What is the person's own: routines they make, the body check and what it suggests, small notes. */
internal class OwnFlow(private val app: MingmenAppState) {
    /** The page on which a routine is made. */
    fun make() = app.run { app.go(Place.AtMaking(app.core.makeForm())) }

    /** The same page, to change the routine that is shown. */
    fun change(at: Place.AtRoutine) = app.run { app.go(Place.AtMaking(app.core.makeForm(), at.page)) }

    fun bodyCheck() = app.run { app.go(Place.AtBodyCheck(app.core.bodyCheckForm())) }

    /** What the latest body check suggests; the check itself before the first. */
    fun suggestions() = app.run {
        val latest = app.core.suggestions()
        if (latest == null) bodyCheck() else app.go(Place.AtSuggestions(latest))
    }

    fun notes() = app.run { app.go(Place.AtNotes(app.core.notesForm())) }
}
