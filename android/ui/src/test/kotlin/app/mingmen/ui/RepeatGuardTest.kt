package app.mingmen.ui

import app.mingmen.ui.part.RepeatGuard
import kotlin.test.Test
import kotlin.test.assertEquals

class RepeatGuardTest {
    private var now = 1_000L
    private var passed = 0
    private val guard = RepeatGuard { now }

    private fun touchAt(ms: Long) {
        now = ms
        guard.pass { passed += 1 }
    }

    @Test fun `a second touch within 300 ms is ignored and a later one counts`() {
        listOf(1_000L, 1_100L, 1_299L, 1_300L).forEach(::touchAt)
        assertEquals(2, passed)
    }

    @Test fun `a touch that was meant for the page before is ignored`() {
        guard.shut()
        touchAt(1_200)
        assertEquals(0, passed)
    }

    @Test fun `a tick on a page that has just come up is ignored, and touches elsewhere on the page do not hold it up`() {
        val tick = RepeatGuard(guard) { now }
        guard.shut()
        now = 1_299
        tick.pass { passed += 1 }
        assertEquals(0, passed)
        touchAt(1_300)
        tick.pass { passed += 1 }
        assertEquals(2, passed)
    }
}
