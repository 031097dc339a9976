package app.mingmen.desktop

import app.mingmen.ui.theme.TypeRole
import kotlin.math.roundToInt
import kotlin.test.Test
import kotlin.test.assertEquals

class AndroidTextScaleTest {
    @Test fun `at 200 percent text is as large as the design measured it on Android`() {
        val wanted = mapOf(
            TypeRole.NUMERAL to 50, TypeRole.CUE to 42, TypeRole.DISPLAY to 38, TypeRole.TITLE to 36, TypeRole.HEADING to 32,
            TypeRole.BODY to 29, TypeRole.BUTTON to 30, TypeRole.SUPPORT to 27, TypeRole.TAB to 26,
        )
        val doubled = AndroidTextScale(2f)
        assertEquals(wanted, TypeRole.entries.associateWith { (doubled(it.size.toFloat()) * 2).roundToInt() })
    }

    @Test fun `at 100 percent nothing changes`() = assertEquals(17f, AndroidTextScale(1f)(17f))
}
