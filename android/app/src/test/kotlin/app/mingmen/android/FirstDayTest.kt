package app.mingmen.android

import app.mingmen.ui.state.Place
import app.mingmen.ui.words.Label
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import kotlin.test.Test

@RunWith(RobolectricTestRunner::class)
class FirstDayTest {
    @Test
    fun `the app opens on Welcome`() = Phone.open().use { phone ->
        phone.waitFor<Place.Welcome>()
        phone.keepPicture("welcome")
    }

    @Test
    fun `a first day leads from Welcome to Today`() = Phone.open().use { phone ->
        phone.waitFor<Place.Welcome>()
        phone.answerTheScreening()
        phone.keepPicture("first-breath")
        phone.takeAFirstBreath()
        phone.keepPicture("check-in")
        phone.setUpThePlan()
        phone.keepPicture("today")
    }
}
