package app.mingmen.android.remind

import android.content.Intent
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import java.time.Instant
import java.time.LocalDate
import kotlin.test.Test
import kotlin.test.assertEquals

/** Two weeks of alarms with the real core: every practice is rung once, at 08:00 on the clock where the person is. */
@RunWith(RobolectricTestRunner::class)
class TwoWeeksTest {
    private val phone = Ringing()

    @Test
    fun `in London across the October change`() = everyMorning("2026-10-19T05:00:00Z", "Europe/London")

    @Test
    fun `in Kolkata`() = everyMorning("2026-10-19T00:00:00Z", "Asia/Kolkata")

    @Test
    fun `in Sao Paulo, where a midnight was skipped`() = everyMorning("2017-10-09T09:00:00Z", "America/Sao_Paulo")

    /** From London to Tokyo, where it is half past eight on landing; from there to Honolulu, where it is the evening before. */
    @Test
    fun `of a traveller from London by Tokyo to Honolulu`() {
        val rung = twoWeeks("2026-10-19T05:00:00Z", "Europe/London", listOf("2026-10-23T23:30:00Z" to "Asia/Tokyo", "2026-10-28T09:00:00Z" to "Pacific/Honolulu"))
        val expected = mornings("2026-10-19").map { if (it == "2026-10-24 08:00") "2026-10-24 08:30" else it }
        assertEquals(expected, rung)
    }

    private fun everyMorning(from: String, zone: String) = assertEquals(mornings("${LocalDate.parse(from.take(10))}"), twoWeeks(from, zone))

    private fun mornings(first: String) = (0L until DAYS).map { "${LocalDate.parse(first).plusDays(it)} 08:00" }

    /** When something came on the screen. The phone restarts every third day and forgets its alarm as it does. */
    private fun twoWeeks(from: String, zone: String, legs: List<Pair<String, String>> = emptyList()): List<String> {
        phone.allowAll()
        phone.at(from, zone)
        phone.enrol()
        val toGo = legs.toMutableList()
        var restart = Instant.parse(from).plusSeconds(RESTART_S)
        val rung = mutableListOf<String>()
        while (rung.size < DAYS) {
            val alarm = checkNotNull(phone.ringsAt) { "nothing rings after $rung" }
            val leg = toGo.firstOrNull()?.let { Instant.parse(it.first) }
            when {
                leg != null && leg < minOf(alarm, restart) -> {
                    val (instant, there) = toGo.removeAt(0)
                    phone.at(instant, there)
                    phone.tell(Intent.ACTION_TIMEZONE_CHANGED)
                }
                restart < alarm -> {
                    phone.app.setClock(restart)
                    restart = restart.plusSeconds(RESTART_S)
                    phone.tell(Intent.ACTION_BOOT_COMPLETED)
                }
                else -> phone.goOff()
            }
            repeat(phone.shown().size) { rung += phone.clock() }
            phone.notifications.cancelAll()
        }
        return rung
    }

    private companion object {
        const val DAYS = 14L
        const val RESTART_S = 3 * 24 * 60 * 60L
    }
}
