package app.mingmen.ui

import app.mingmen.ui.part.passingOver
import java.time.LocalTime
import kotlin.test.Test
import kotlin.test.assertEquals

class PassingOverTest {
    private fun time(text: String) = LocalTime.parse(text)

    @Test fun `a time that is free is taken`() = assertEquals(time("08:15"), time("08:15").passingOver(time("08:00")) { false })

    @Test fun `times that are there already are passed over, in the direction of the step`() {
        val there = setOf(time("08:00"), time("08:15"), time("08:30"))
        assertEquals(time("08:45"), time("08:15").passingOver(time("08:00")) { it in there })
        assertEquals(time("07:45"), time("08:15").passingOver(time("08:30")) { it in there })
    }

    @Test fun `midnight is no border`() = assertEquals(time("00:15"), time("00:00").passingOver(time("23:45")) { it == time("00:00") })
}
