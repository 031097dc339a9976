package app.mingmen.ui

import app.mingmen.core.Breath
import app.mingmen.core.Chime
import app.mingmen.ui.player.SilentDevice
import app.mingmen.ui.player.breathe
import kotlin.test.Test
import kotlin.test.assertEquals

class DeviceTest {
    private class Ear(override val canSpeak: Boolean) : SilentDevice() {
        val heard = mutableListOf<Chime>()
        override fun chime(chime: Chime) {
            heard += chime
        }
    }

    private fun heardBy(ear: Ear): List<Chime> {
        listOf(Breath.IN, Breath.OUT, Breath.NATURAL).forEach(ear::breathe)
        return ear.heard
    }

    @Test
    fun `chimes lead the breath where there is no voice, and nowhere else`() {
        assertEquals(listOf(Chime.IN, Chime.OUT), heardBy(Ear(canSpeak = false)))
        assertEquals(emptyList(), heardBy(Ear(canSpeak = true)))
    }
}
