package app.mingmen.android

import androidx.compose.ui.graphics.toArgb
import app.mingmen.ui.theme.darkPalette
import app.mingmen.ui.theme.lightPalette
import app.mingmen.ui.words.Label
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

@RunWith(RobolectricTestRunner::class)
class ResourcesTest {
    private val app get() = RuntimeEnvironment.getApplication()

    @Test
    fun `every label has its words`() {
        val labels = ResourceLabels(app.resources, app.packageName)
        assertEquals(emptyList(), Label.entries.filter { labels[it].isBlank() })
        assertEquals("Mingmen", labels[Label.APP_NAME])
        assertEquals("2 of 3 done", labels.format(Label.DONE_COUNT, 2, 3))
    }

    @Test
    fun `what shows before the first page has the colour of the page`() = assertEquals(lightPalette.paper.toArgb(), app.getColor(R.color.paper))

    @Test
    @Config(qualifiers = "+night")
    fun `and in the dark too`() = assertEquals(darkPalette.paper.toArgb(), app.getColor(R.color.paper))

    @Test
    fun `the icon can be drawn`() {
        val icon = checkNotNull(app.getDrawable(R.mipmap.icon))
        val picture = icon.drawn(size = 432)
        picture.keep("icon")
        assertTrue(picture.shareOf(app.getColor(R.color.icon_ring)) > 0.02, "there is no ring")
        assertTrue(picture.shareOf(app.getColor(R.color.icon_ember)) > 0.002, "there is no ember")
    }
}
