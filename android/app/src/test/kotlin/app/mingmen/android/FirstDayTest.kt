package app.mingmen.android

import app.mingmen.ui.state.Place
import app.mingmen.ui.words.Label
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import kotlin.test.Test
import kotlin.test.assertTrue

@RunWith(RobolectricTestRunner::class)
class FirstDayTest {
    @Test
    fun `the app opens on Welcome`() = Phone.open().use { phone ->
        phone.waitFor<Place.Welcome>()
        phone.keepPicture("welcome")
    }

    @Test
    fun `a first day leads from Welcome to Today`() = Phone.open().use { phone -> phone.goThroughAFirstDay("") }

    @Test
    @Config(qualifiers = "+night")
    fun `a first day leads there in the dark too, on dark paper`() = Phone.open().use { phone ->
        phone.goThroughAFirstDay("-dark")
        assertTrue(phone.shareOf(DARK_PAPER) > 0.2, "the page is not dark")
    }

    @Test
    fun `a first day leads there with text twice as large`() {
        RuntimeEnvironment.setFontScale(2f)
        Phone.open().use { phone -> phone.goThroughAFirstDay("-x2") }
    }

    private fun Phone.goThroughAFirstDay(suffix: String) {
        answerTheScreening()
        keepPicture("first-breath$suffix")
        beginTheFirstBreath()
        keepPicture("player$suffix")
        endTheFirstBreath()
        keepPicture("check-in$suffix")
        setUpThePlan()
        keepPicture("today$suffix")
        press(Label.TAB_PROGRESS)
        waitFor<Place.AtProgress>()
        press(Label.TAB_TODAY)
        waitFor<Place.AtToday>()
    }

    private companion object {
        const val DARK_PAPER = 0xFF151410.toInt()
    }
}
