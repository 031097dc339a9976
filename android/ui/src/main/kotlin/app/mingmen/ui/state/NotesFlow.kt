package app.mingmen.ui.state

import app.mingmen.core.NoteDraft
import app.mingmen.core.NoteKind
import app.mingmen.core.NoteLine
import java.time.LocalDate

/** The small notes of one day. */
data class NotedDay(val date: LocalDate, val notes: List<NoteLine>)

/** Small notes: each is kept by itself and can be taken back, and none is asked for. */
internal class NotesFlow(private val app: MingmenAppState) {
    fun open() = app.run {
        val today = app.core.today().date
        app.go(Place.AtNotes(app.core.notesForm(), today, lately(today)))
    }

    /** Opens a kind to note something, or shuts it again. */
    fun unfold(at: Place.AtNotes, kind: NoteKind) {
        app.place = at.copy(draft = NoteDraft(kind.id, option = null, text = "").takeIf { at.draft?.kind != kind.id })
    }

    fun note(at: Place.AtNotes, draft: NoteDraft) {
        app.place = at.copy(draft = draft)
    }

    /** Keeps what is noted. What felt wrong leads on to the stop signs. */
    fun keep(at: Place.AtNotes) = app.run {
        val kept = app.core.keepNote(at.draft ?: return@run)
        if (kept.feltWrong) return@run app.practice.toStopSigns()
        val today = app.core.today().date
        app.place = at.copy(today = today, days = lately(today), draft = null)
    }

    fun remove(note: NoteLine) = app.run {
        app.core.removeNote(note.id)
        when (val at = app.place) {
            is Place.AtNotes -> app.place = at.copy(days = lately(at.today))
            is Place.AtProgress -> app.place = at.copy(noted = ofWeek(at.page.week.startsOn))
            else -> Unit
        }
    }

    /** The days of a week on which something was noted. */
    suspend fun ofWeek(startsOn: LocalDate): List<NotedDay> =
        (0 until DAYS).map { startsOn.plusDays(it) }.map { NotedDay(it, app.core.dayLog(it).notes) }.filter { it.notes.isNotEmpty() }

    // The last seven days, the newest first.
    private suspend fun lately(today: LocalDate) = ofWeek(today.minusDays(DAYS - 1)).reversed()

    private companion object {
        const val DAYS = 7L
    }
}
