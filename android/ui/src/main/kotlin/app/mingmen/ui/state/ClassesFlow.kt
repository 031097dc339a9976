package app.mingmen.ui.state

import app.mingmen.core.ClassDraft
import app.mingmen.core.ClassRow
import app.mingmen.core.MingmenException
import app.mingmen.core.Schedule
import app.mingmen.core.Weekday
import java.time.LocalTime

/** What keeps a class from being kept. */
enum class ClassFault { NAME, ZONE }

/** The live classes: when they are here, which of them ring, and those of one's own. */
internal class ClassesFlow(private val app: MingmenAppState) {
    fun open() = app.run { app.go(page()) }

    /** The person is back after a while, and may be somewhere else. */
    fun again() = app.run { app.place = page() }

    suspend fun page() = Place.AtClasses(app.core.classes())

    /** Whether it rings before it begins. Holds at once: another press takes it back. */
    fun ring(row: ClassRow, rings: Boolean) = app.run {
        val kept = app.core.keepClass(row.asDraft().copy(rings = rings)).`class`
        app.place = page().copy(kept = kept)
    }

    fun change(at: Place.AtClasses, row: ClassRow) = app.go(Place.AtClass(row.asDraft(), zonesOf(at)))

    fun add(at: Place.AtClasses) {
        val schedule = Schedule(Weekday.SATURDAY, LocalTime.of(10, 0), app.zone())
        app.go(Place.AtClass(ClassDraft(id = null, item = null, name = "", schedule, minutes = AN_HOUR, rings = true), zonesOf(at)))
    }

    // The person's own first, then London, where the classes of the articles are given, then those that are kept.
    private fun zonesOf(at: Place.AtClasses) = (listOf(app.zone(), LONDON) + at.rows.map { it.schedule.zone }).distinct()

    fun edit(at: Place.AtClass, draft: ClassDraft) {
        app.place = at.copy(draft = draft, fault = null)
    }

    /** A zone that is in none of the lines is written; while something is written, it is that. */
    fun write(at: Place.AtClass, zone: String) {
        app.place = at.copy(written = zone, fault = null)
    }

    /** One of the zones in the lines. */
    fun choose(at: Place.AtClass, zone: String) = edit(at.copy(written = ""), at.draft.copy(schedule = at.draft.schedule.copy(zone = zone)))

    /** Keeps it. Where it cannot be kept, everything stays, and the page says what to mend. */
    fun keep(at: Place.AtClass) = app.run {
        val zone = at.written.trim().ifEmpty { at.draft.schedule.zone }
        try {
            app.core.keepClass(at.draft.copy(schedule = at.draft.schedule.copy(zone = zone)))
            app.goBack()
        } catch (_: MingmenException.UnknownZone) {
            app.place = at.copy(fault = ClassFault.ZONE)
        } catch (refused: MingmenException.InvalidInput) {
            if (refused.field != "name") throw refused
            app.place = at.copy(fault = ClassFault.NAME)
        }
    }

    /** Removing is asked about once. */
    fun askToRemove(at: Place.AtClass) = app.go(Place.AtRemovingClass(at))

    fun remove(at: Place.AtRemovingClass) = app.run {
        app.core.removeClass(at.at.draft.id ?: return@run)
        app.forget { it is Place.AtClass }
        app.goBack()
    }

    private companion object {
        const val LONDON = "Europe/London"
        val AN_HOUR: UShort = 60u
    }
}

private fun ClassRow.asDraft() = ClassDraft(id, item, name, schedule, minutes, rings)
