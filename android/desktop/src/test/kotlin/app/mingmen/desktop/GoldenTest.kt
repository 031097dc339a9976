package app.mingmen.desktop

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.size
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.unit.dp
import app.mingmen.desktop.offscreen.FastTime
import app.mingmen.desktop.offscreen.Golden
import app.mingmen.desktop.offscreen.Phone
import app.mingmen.desktop.offscreen.Screen
import java.time.Instant
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

class GoldenTest {
    private fun square(side: Int, colour: Color = Color.Black, width: Int = 100): ByteArray =
        Phone(Screen(width, 100, density = 1f), FastTime(Instant.EPOCH, "UTC")) {
            Box(Modifier.fillMaxSize().background(Color.White)) { Box(Modifier.size(side.dp).background(colour)) }
        }.use(Phone::picture)

    @Test fun `the same picture does not differ`() = assertEquals(0f, Golden.difference(square(10), square(10)))

    @Test fun `a shade that nobody sees is let by`() = assertEquals(0f, Golden.difference(square(10), square(10, Color(0xFF0A0A0A))))

    @Test fun `a difference is counted by its area`() = assertEquals(0.03f, Golden.difference(square(10), square(20)), 0.0001f)

    @Test fun `what is seen to have moved is more than the tolerance`() = assertTrue(Golden.difference(square(10), square(12)) > Golden.TOLERANCE)

    @Test fun `another size is another picture`() = assertEquals(1f, Golden.difference(square(10), square(10, width = 90)))
}
