package app.mingmen.ui.state

import app.mingmen.core.AreaId
import app.mingmen.core.Choices
import app.mingmen.core.ItemId
import app.mingmen.core.ItemKind
import app.mingmen.core.ItemLink
import app.mingmen.core.LibraryFilter
import app.mingmen.core.PracticeCard
import app.mingmen.core.Presence
import app.mingmen.core.TodayState
import kotlinx.coroutines.Job

/** The Library and every page that a line of it leads to. */
internal class LibraryFlow(private val app: MingmenAppState) {
    private var searching: Job? = null

    suspend fun everything() = EVERYTHING.let { Place.AtLibrary(app.core.library(it), it, planned = planned()) }

    private suspend fun planned(): Set<ItemId> {
        val card = when (val today = app.core.today().state) {
            is TodayState.Due -> today.card
            is TodayState.Done -> today.card
            is TodayState.Rest -> today.card
            else -> null
        }
        val lines = card?.let { app.core.routinePage(it.routine).lines }.orEmpty()
        return lines.filter { it.presence == Presence.ALWAYS }.map { it.variant.substringBefore('/') }.toSet()
    }

    /** Narrows the list, or widens it again. */
    fun narrow(at: Place.AtLibrary, filter: LibraryFilter) = app.run {
        app.place = at.copy(page = app.core.library(filter), filter = filter)
    }

    /** The Library, narrowed to a part of the body. */
    fun showArea(area: AreaId) = app.run {
        val filter = EVERYTHING.copy(area = area)
        app.go(Place.AtLibrary(app.core.library(filter), filter))
    }

    /** What is typed shows at once; what it finds comes when the typing rests for a moment. */
    fun type(at: Place.AtLibrary, query: String) {
        searching?.cancel()
        if (query.isBlank()) {
            app.place = at.copy(query = query, found = null)
            return
        }
        app.place = at.copy(query = query)
        searching = app.later(REST_MS) {
            val found = app.core.search(query)
            (app.place as? Place.AtLibrary)?.takeIf { it.query == query }?.let { app.place = it.copy(found = found) }
        }
    }

    fun open(link: ItemLink) = app.run { show(link) }

    /** Opens whatever has this id. */
    fun open(id: ItemId) = app.run { show(app.core.item(id)) }

    private suspend fun show(link: ItemLink) = when (link.kind) {
        ItemKind.MOVEMENT -> movement(link.id)
        ItemKind.ROUTINE -> routine(link.id)
        ItemKind.TOPIC -> app.go(Place.AtTopic(app.core.topicPage(link.id)))
        ItemKind.READING -> reading(link.id)
    }

    private suspend fun movement(id: ItemId) {
        val page = app.core.movementPage(id)
        val form = page.movement.variants.indexOfFirst { it.id == id }.coerceAtLeast(0)
        app.go(Place.AtMovement(page, form, page.cards.getOrNull(form)))
    }

    private suspend fun routine(id: ItemId) {
        val page = app.core.routinePage(id)
        app.go(Place.AtRoutine(page, page.card))
    }

    private suspend fun reading(id: ItemId) {
        val page = app.core.readingPage(id)
        val isPlaced = page.item.places.isNotEmpty() || page.item.path.isNotEmpty()
        app.go(Place.AtReading(page, if (isPlaced) app.core.bodyMap() else null))
    }

    fun bodyMap() = app.run {
        val areas = app.core.library(EVERYTHING).areas
        app.go(Place.AtBodyMap(app.core.bodyMap(), areas.map { it.area }.toSet()))
    }

    /** Another form of the movement; what was switched on stays on. */
    fun form(at: Place.AtMovement, form: Int) = with(at.copy(form = form), at.switchedOn)

    /** Switches something on inside the movement, or off. */
    fun switch(at: Place.AtMovement, extra: ItemId, on: Boolean) = with(at, if (on) at.switchedOn + extra else at.switchedOn - extra)

    private fun with(at: Place.AtMovement, switchedOn: Set<ItemId>) = app.run {
        val alone = at.page.cards.getOrNull(at.form)
        val inOrder = at.page.extras.map { it.id }.filter { it in switchedOn }
        val card = if (alone == null || inOrder.isEmpty()) alone else app.core.routinePage((listOf(alone.routine) + inOrder).joinToString("+")).card
        app.place = at.copy(card = card, switchedOn = switchedOn)
    }

    /** The routine as the person wants it led. */
    fun choose(at: Place.AtRoutine, choices: Choices) {
        app.place = at.copy(card = at.card?.copy(choices = choices))
    }

    fun begin(card: PracticeCard) = app.practice.begin(card, ask = true)

    /** One movement of the person's own choosing, for as long as the routine says; its page where it is not offered. */
    fun beginOne(at: Place.AtRoutine, link: ItemLink) = app.run {
        val card = app.core.movementPage(link.id).cards.firstNotNullOfOrNull { it }
        if (card == null) show(link) else app.go(app.practice.ready(card.copy(choices = card.choices.copy(minutes = at.page.routine.minutes))))
    }

    private companion object {
        const val REST_MS = 150L
    }
}

/** The whole Library, narrowed to nothing. */
internal val EVERYTHING = LibraryFilter(area = null, posture = null, atMostMinutes = null)
