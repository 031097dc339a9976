package app.mingmen.ui

import app.mingmen.core.CheckInDraft
import app.mingmen.core.CheckInMoment
import app.mingmen.core.EnrolmentId
import app.mingmen.core.EnteredPracticeDraft
import app.mingmen.ui.state.Answered
import app.mingmen.ui.state.Place
import java.time.Instant
import kotlin.test.AfterTest
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertIs
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue

class TodayFlowTest {
    private val pocket = Pocket()
    private val state get() = pocket.state
    private val enrolment: EnrolmentId = pocket.ask { enrol(enrolForm().preset).enrolment }

    @AfterTest fun close() = pocket.close()

    private fun page() = pocket.at<Place.AtToday>()

    // On a day of practice, three before it and five after.
    private fun practisesSore(at: String) {
        pocket.now = Instant.parse(at)
        val date = pocket.ask { today() }.date
        val practice = pocket.ask { logPractice(EnteredPracticeDraft(date, 10u, enrolment, null)) }.practice.id
        listOf(CheckInMoment.BEFORE to 3, CheckInMoment.AFTER to 5).forEach { (moment, pain) -> notes(moment, practice, pain) }
    }

    private fun notes(moment: CheckInMoment, practice: String?, pain: Int) =
        pocket.ask { checkIn(CheckInDraft(moment, practice, pain.toUByte(), null, null, null, null, null, emptyList(), emptyList(), "")) }

    private fun isOfferedSomething() {
        practisesSore("2026-05-11T08:00:00Z")
        practisesSore("2026-05-13T08:00:00Z")
        state.start()
        assertEquals("An easier week", page().today.offer?.title)
    }

    @Test fun `an offer that is declined changes nothing and is gone`() {
        isOfferedSomething()
        state.today.answer(page(), page().today.offer!!, accepted = false)
        assertEquals(Answered.Declined, page().answered)
        assertNull(page().today.offer)
        assertEquals(emptyList(), pocket.ask { enrolments() }.single().changes)
    }

    @Test fun `an offer that is accepted is made, and Today says so until one comes back to it`() {
        isOfferedSomething()
        state.today.answer(page(), page().today.offer!!, accepted = true)
        assertEquals(Answered.Accepted, page().answered)
        assertTrue(pocket.ask { enrolments() }.single().changes.isNotEmpty())
        state.start()
        assertNull(page().answered)
    }

    @Test fun `the question of the day after is answered once, with a kind word`() {
        practisesSore("2026-05-11T08:00:00Z")
        pocket.now = Instant.parse("2026-05-12T08:00:00Z")
        state.start()
        val question = assertNotNull(page().today.dayAfter)
        state.today.answer(page(), question, worse = false)
        assertEquals("Noted. Go on as it suits you.", assertIs<Answered.Noted>(page().answered).words)
        assertNull(page().today.dayAfter)
    }

    @Test fun `a high number of pain asks the questions again, and they say why`() {
        practisesSore("2026-05-11T08:00:00Z")
        practisesSore("2026-05-13T08:00:00Z")
        listOf("2026-05-27T08:00:00Z" to 3, "2026-05-28T08:00:00Z" to 7).forEach { (at, pain) ->
            pocket.now = Instant.parse(at)
            notes(CheckInMoment.ANYTIME, null, pain)
        }
        state.start()
        state.screening.redFlag()
        assertTrue(pocket.at<Place.Screening>().why.startsWith("The pain you noted"))
    }
}
