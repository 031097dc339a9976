package app.mingmen.ui.state

import app.mingmen.core.FigureOption

/** Who shows the movements. */
internal class FigureFlow(private val app: MingmenAppState) {
    fun open() = app.run { app.go(Place.AtFigure(app.core.figureForm())) }

    /** Chooses at once: there is nothing to save, and each choice can be taken back by another. */
    fun choose(at: Place.AtFigure, option: FigureOption) = app.run {
        app.place = at.copy(form = app.core.chooseFigure(option.choices))
        app.drawAnew()
    }
}
