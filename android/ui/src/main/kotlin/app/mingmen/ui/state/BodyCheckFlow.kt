package app.mingmen.ui.state

import app.mingmen.core.AreaId
import app.mingmen.core.BodyAnswer
import app.mingmen.core.BodyOption
import app.mingmen.core.BodyQuestion
import app.mingmen.core.Suggestions
import app.mingmen.ui.part.Tab

/** The body check: a few questions about today, and what they suggest. */
internal class BodyCheckFlow(private val app: MingmenAppState) {
    fun open() = app.run { app.go(form(app.core.suggestions())) }

    private suspend fun form(last: Suggestions?) = Place.AtBodyCheck(app.core.bodyCheckForm(), app.core.bodyMap(), last)

    /** Chooses an answer; the same one again takes it back. Where one is asked for, another takes its place. */
    fun choose(at: Place.AtBodyCheck, question: BodyQuestion, option: BodyOption) {
        val before = at.chosen(question)
        val now = when {
            option.id in before -> before - option.id
            question.many -> before + option.id
            else -> listOf(option.id)
        }
        val answers = at.answers.filter { it.question != question.id } + BodyAnswer(question.id, now)
        val order = at.form.questions.map { it.id }
        app.place = at.copy(answers = answers.filter { it.chosen.isNotEmpty() }.sortedBy { order.indexOf(it.question) })
    }

    /** The answer that names a part of the body, as a touch on the picture chooses it. */
    fun choose(at: Place.AtBodyCheck, area: AreaId) {
        val question = at.form.questions.firstOrNull { one -> one.options.any { it.area == area } } ?: return
        choose(at, question, question.options.first { it.area == area })
    }

    /** What the answers suggest. Where every question was passed over there is nothing to keep, and that is fine. */
    fun finish(at: Place.AtBodyCheck) = app.run {
        val suggestions = if (at.answers.isEmpty()) null else app.core.answerBodyCheck(at.answers)
        app.place = Place.AtSuggestions(suggestions, at.form.notice)
    }

    /** What the latest answers suggested, once more. */
    fun showLast(at: Place.AtBodyCheck) {
        app.place = Place.AtSuggestions(at.last, at.form.notice)
    }

    /** The questions again, in place of what they suggested. */
    fun again(at: Place.AtSuggestions) = app.run { app.place = form(at.suggestions) }

    /** One side of the Library, where nothing is suggested. */
    fun look(side: LibrarySide) = app.run {
        app.openTab(Tab.LIBRARY)
        (app.place as? Place.AtLibrary)?.let { app.place = it.copy(side = side) }
    }
}

/** What is chosen of a question so far. */
internal fun Place.AtBodyCheck.chosen(question: BodyQuestion) = answers.firstOrNull { it.question == question.id }?.chosen.orEmpty()
