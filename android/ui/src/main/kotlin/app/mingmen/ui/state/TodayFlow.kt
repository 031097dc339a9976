package app.mingmen.ui.state

import app.mingmen.core.DayAfterQuestion
import app.mingmen.core.MendingAccount
import app.mingmen.core.Offer

/** What was just answered on Today, said where it was asked. */
sealed interface Answered {
    data object Accepted : Answered

    data object Declined : Answered

    /** [words] of the core that fit the answer. */
    data class Noted(val words: String) : Answered
}

/** What Today offers and asks beside the practice. Nothing is changed before it is answered. */
internal class TodayFlow(private val app: MingmenAppState) {
    fun answer(at: Place.AtToday, offer: Offer, accepted: Boolean) = app.run {
        app.core.answerOffer(offer, accepted)
        show(at, if (accepted) Answered.Accepted else Answered.Declined)
    }

    fun answer(at: Place.AtToday, question: DayAfterQuestion, worse: Boolean) = app.run {
        val said = app.core.answerDayAfter(question.practice, worse)
        show(at, Answered.Noted(said.words))
    }

    /** The person has read what became of everything after damage. */
    fun read(at: Place.AtToday, account: MendingAccount) = app.run {
        app.core.accountRead(account.number)
        app.place = at.copy(today = app.core.today())
    }

    private suspend fun show(at: Place.AtToday, answered: Answered) {
        app.place = at.copy(today = app.core.today(), answered = answered)
    }
}
