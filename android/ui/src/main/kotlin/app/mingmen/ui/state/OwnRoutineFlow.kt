package app.mingmen.ui.state

import androidx.compose.runtime.mutableStateMapOf
import app.mingmen.core.MakeChoice
import app.mingmen.core.MingmenException
import app.mingmen.core.OwnRoutineId
import app.mingmen.core.OwnRoutineSaved
import java.nio.ByteBuffer
import java.nio.CharBuffer

/** What kept a routine from being saved: its name, or its movements and their minutes. */
enum class MakingFault { NAME, MOVEMENTS }

/** What a routine's page has to say of what was just asked. */
enum class RoutineRemark {
    /** The choices that it was made to measure from leave no other one. */
    ONLY_ONE,

    /** The device could not hand it over. */
    NOT_SHARED,
}

/** Why a file was not taken in as a routine. Nothing of it was kept. */
sealed interface RefusedFile {
    /** The device could not read it. */
    data object Unreadable : RefusedFile

    /** It is no text from here on: [line] and [column] count from 1. */
    data class NotText(val line: Int, val column: Int) : RefusedFile

    /** It is no routine: where, in which [field] if it is one's, and what is wrong. */
    data class NotARoutine(val line: Int, val column: Int, val field: String, val problem: String) : RefusedFile
}

/** Routines of the person's own: made, changed, copied, deleted, shared, taken in. */
internal class OwnRoutineFlow(private val app: MingmenAppState) {
    // What was left without being saved, by the routine that it changes; a new one has no id yet.
    private val unsaved = mutableStateMapOf<OwnRoutineId?, Making>()

    /** A new routine that was left half made. */
    val halfMade: Making? get() = unsaved[null]

    /** The page on which a routine is made. One that was left half made is there again. */
    fun make() = app.run { app.go(Place.AtMaking(app.core.makeForm(), halfMade ?: Making())) }

    /** The same page, to change the routine that is shown. */
    fun change(at: Place.AtRoutine) = app.run {
        val form = app.core.makeForm()
        app.go(Place.AtMaking(form, unsaved[at.page.own] ?: Making.of(at.page, form), at.page.own))
    }

    fun edit(at: Place.AtMaking, making: Making) {
        keep(at.changes, making)
        app.place = at.copy(making = making, fault = null, putAway = null)
    }

    /** Whether what is on the page would be lost if it were not kept here. */
    fun isUnsaved(at: Place.AtMaking): Boolean = at.changes in unsaved

    /** Puts a new routine away and begins afresh, or the changes to one. Nothing is asked, since it can be brought back. */
    fun putAway(at: Place.AtMaking) = app.run {
        unsaved -= at.changes
        val saved = at.changes?.let { own -> app.trailed<Place.AtRoutine> { it.page.own == own } }
        val afresh = saved?.let { Making.of(it.page, at.form) } ?: Making()
        app.place = at.copy(making = afresh, fault = null, putAway = at.making)
    }

    fun bringBack(at: Place.AtMaking) = edit(at, at.putAway ?: at.making)

    private fun keep(changes: OwnRoutineId?, making: Making) {
        if (changes == null && making == Making()) unsaved -= changes else unsaved[changes] = making
    }

    /** The list of movements to take in. */
    fun choose(at: Place.AtMaking) = app.go(Place.AtChoosing(at))

    /** Takes one in. The list stays, for more of them. */
    fun take(at: Place.AtChoosing, choice: MakeChoice) {
        val making = at.at.making.with(choice)
        keep(at.at.changes, making)
        app.place = at.copy(at = at.at.copy(making = making, fault = null, putAway = null))
    }

    fun done(at: Place.AtChoosing) = app.run { toMaking(at) }

    /** Back to the routine, with all that was taken in. */
    suspend fun toMaking(at: Place.AtChoosing) {
        app.goBack()
        app.place = at.at
    }

    /** Keeps it and shows it. Where it does not fit, everything stays, and the page says what to mend. */
    fun save(at: Place.AtMaking, preset: String) = app.run {
        try {
            val saved = app.core.saveOwnRoutine(at.making.asDraft(preset), at.changes)
            unsaved -= at.changes
            show(saved)
        } catch (refused: MingmenException.InvalidInput) {
            app.place = at.copy(fault = if (refused.field == "name") MakingFault.NAME else MakingFault.MOVEMENTS)
        }
    }

    fun duplicate(own: OwnRoutineId) = app.run {
        val copy = app.core.duplicateOwnRoutine(own).page
        app.go(Place.AtRoutine(copy, copy.card))
    }

    /** Deleting is asked about once. */
    fun askToDelete(at: Place.AtRoutine) = app.go(Place.AtDeleting(at.page))

    fun delete(at: Place.AtDeleting) = app.run {
        val own = at.page.own ?: return@run
        app.core.deleteOwnRoutine(own)
        unsaved -= own
        forget(own)
        app.goBack()
    }

    /** Hands the routine over as a file, to whatever the person chooses. */
    fun share(at: Place.AtRoutine, own: OwnRoutineId) = app.run {
        val file = app.core.shareOwnRoutine(own)
        val isOut = app.device.share?.invoke(file.fileName, file.text) ?: return@run
        app.place = at.copy(remark = RoutineRemark.NOT_SHARED.takeIf { !isOut })
    }

    /** Lets the person choose a file that somebody shared. */
    fun openFile() {
        app.device.openFile?.invoke(::takeIn)
    }

    /** Keeps the routine of a file. One that is none is refused whole, and the page says where and why. */
    fun takeIn(file: ByteArray?) = app.run {
        val at = app.place as? Place.AtMaking ?: return@run
        val refused = try {
            when (val read = read(file)) {
                is Read.Text -> return@run show(app.core.importOwnRoutine(read.text))
                is Read.Refused -> read.why
            }
        } catch (problem: MingmenException.InvalidFile) {
            RefusedFile.NotARoutine(problem.line.toInt(), problem.column.toInt(), problem.field, problem.problem)
        }
        app.place = at.copy(refused = refused)
    }

    // The routine takes the place of the page that made it, and of itself as it was before.
    private fun show(saved: OwnRoutineSaved) {
        forget(saved.routine)
        app.place = Place.AtRoutine(saved.page, saved.page.card)
    }

    private fun forget(own: OwnRoutineId) = app.forget { it is Place.AtRoutine && it.page.own == own }
}

private sealed interface Read {
    class Text(val text: String) : Read

    class Refused(val why: RefusedFile) : Read
}

// Strictly: a replaced letter would go unseen into the routine's name.
private fun read(file: ByteArray?): Read {
    if (file == null) return Read.Refused(RefusedFile.Unreadable)
    val text = CharBuffer.allocate(file.size)
    val end = Charsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file), text, true)
    val read = text.flip().toString()
    if (!end.isError) return Read.Text(read)
    val line = read.substringAfterLast('\n')
    return Read.Refused(RefusedFile.NotText(read.count { it == '\n' } + 1, line.codePointCount(0, line.length) + 1))
}
