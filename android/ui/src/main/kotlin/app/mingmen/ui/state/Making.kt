package app.mingmen.ui.state

import app.mingmen.core.ItemId
import app.mingmen.core.MakeChoice
import app.mingmen.core.MakeForm
import app.mingmen.core.OwnRoutineDraft
import app.mingmen.core.OwnSegment
import app.mingmen.core.RoutineLine
import app.mingmen.core.RoutinePage

/** One movement of a routine in the making. The same one may be in it twice, so each has a [key] of its own. */
data class MakingLine(val key: Int, val choice: MakeChoice, val minutes: Int)

/** A routine in the making. [moved] is the key of the line that was moved last, so that the eye can follow it. */
data class Making(val name: String = "", val lines: List<MakingLine> = emptyList(), val moved: Int? = null) {
    /** All its minutes. */
    val minutes: Int get() = lines.sumOf { it.minutes }

    /** How often a form is in it. */
    fun times(form: ItemId): Int = lines.count { it.choice.link.id == form }

    /** Takes a form in, last, with its usual minutes. */
    fun with(choice: MakeChoice): Making {
        val key = lines.maxOfOrNull { it.key + 1 } ?: 0
        return copy(lines = lines + MakingLine(key, choice, choice.minutes.toInt().coerceIn(MINUTES)), moved = null)
    }

    fun without(line: MakingLine): Making = copy(lines = lines.filter { it.key != line.key }, moved = null)

    /** One place up for -1, one down for 1; at either end it stays where it is. */
    fun moved(line: MakingLine, by: Int): Making {
        val from = lines.indexOfFirst { it.key == line.key }
        val to = from + by
        if (from < 0 || to !in lines.indices) return this
        return copy(lines = lines.toMutableList().also { it.add(to, it.removeAt(from)) }, moved = line.key)
    }

    /** So many minutes more, or less; never none, and never more than one movement may last. */
    fun longer(line: MakingLine, by: Int): Making =
        copy(lines = lines.map { if (it.key == line.key) it.copy(minutes = (it.minutes + by).coerceIn(MINUTES)) else it })

    /** As it is saved; without a name of its own it takes [preset]. */
    fun asDraft(preset: String) = OwnRoutineDraft(name.ifBlank { preset }, lines.map { OwnSegment(it.choice.link.id, it.minutes.toUShort()) })

    companion object {
        /** How long one movement may last. */
        val MINUTES = 1..60

        /** A routine of the person's own, to be changed. */
        fun of(page: RoutinePage, form: MakeForm): Making {
            val choices = form.forms.associateBy { it.link.id }
            val lines = page.lines.mapIndexed { i, line -> MakingLine(i, choices[line.variant] ?: line.asChoice(), line.minutes.toInt()) }
            return Making(page.routine.name, lines)
        }

        // A form that is no longer offered to choose stays in a routine that has it.
        private fun RoutineLine.asChoice() = MakeChoice(link.copy(id = variant), minutes, motion, posture, caution = "")
    }
}
