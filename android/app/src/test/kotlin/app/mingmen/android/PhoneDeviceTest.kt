package app.mingmen.android

import android.Manifest
import android.content.Intent
import android.content.pm.PackageManager
import android.net.Uri
import android.os.Looper
import android.provider.Settings
import android.telephony.TelephonyManager
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue

@RunWith(RobolectricTestRunner::class)
class PhoneDeviceTest {
    private val app get() = RuntimeEnvironment.getApplication()
    private val line get() = shadowOf(app.getSystemService(TelephonyManager::class.java))

    @Test
    fun `the app asks for the motor, for a practice that goes on and for reminders, and not for the network`() {
        val asked = app.packageManager.getPackageInfo(app.packageName, PackageManager.GET_PERMISSIONS).requestedPermissions.orEmpty().toSet()
        val goesOn = setOf(Manifest.permission.FOREGROUND_SERVICE, Manifest.permission.FOREGROUND_SERVICE_MEDIA_PLAYBACK, Manifest.permission.WAKE_LOCK)
        val reminds = setOf(Manifest.permission.POST_NOTIFICATIONS, Manifest.permission.SCHEDULE_EXACT_ALARM, Manifest.permission.RECEIVE_BOOT_COMPLETED)
        assertEquals(goesOn + reminds + Manifest.permission.VIBRATE, asked)
        assertFalse(Manifest.permission.INTERNET in asked)
    }

    @Test
    fun `a call opens the dialler with the number and does not dial`() {
        shadowOf(app.packageManager).setSystemFeature(PackageManager.FEATURE_TELEPHONY, true)
        PhoneDevice(app, PracticeOutside(app), (app as MingmenApplication).leave).dial?.invoke("999")
        val started = shadowOf(app).nextStartedActivity
        assertEquals(Intent.ACTION_DIAL to "tel:999", started.action to started.dataString)
    }

    @Test
    fun `what cannot call offers no call`() {
        shadowOf(app.packageManager).setSystemFeature(PackageManager.FEATURE_TELEPHONY, false)
        assertNull(PhoneDevice(app, PracticeOutside(app), (app as MingmenApplication).leave).dial)
    }

    @Test
    fun `a shared routine is handed over as a file that only the chosen app may read, and a calendar as one`() {
        val device = PhoneDevice(app, PracticeOutside(app), (app as MingmenApplication).leave)
        assertTrue(device.share("Morning.mingmen-routine.json", "a routine"))
        val chooser = shadowOf(app).nextStartedActivity
        val send = assertNotNull(chooser.getParcelableExtra(Intent.EXTRA_INTENT, Intent::class.java))
        val address = assertNotNull(send.getParcelableExtra(Intent.EXTRA_STREAM, Uri::class.java))
        assertEquals(Intent.ACTION_CHOOSER to Intent.ACTION_SEND, chooser.action to send.action)
        assertTrue(send.flags and Intent.FLAG_GRANT_READ_URI_PERMISSION != 0)
        assertEquals("a routine", read(app.contentResolver, address)?.decodeToString())
        assertEquals("Morning.mingmen-routine.json", address.lastPathSegment)
        val gone = address.buildUpon().path("shared/gone.json").build()
        assertNull(read(app.contentResolver, gone), "a file that is gone cannot be read")
        assertTrue(device.share("mingmen.ics", "a calendar"))
        val calendar = assertNotNull(shadowOf(app).nextStartedActivity.getParcelableExtra(Intent.EXTRA_INTENT, Intent::class.java))
        assertEquals(listOf("application/json", "text/calendar"), listOf(send.type, calendar.type), "calendar apps take what is called a calendar")
    }

    @Test
    fun `a chosen file is given once, to whoever asked for it`() {
        val device = PhoneDevice(app, PracticeOutside(app), (app as MingmenApplication).leave)
        val given = mutableListOf<String?>()
        device.openFile { given += it?.decodeToString() }
        assertTrue(device.wantsFile)
        device.isChoosing()
        assertFalse(device.wantsFile, "a turn of the phone does not open the choice again")
        repeat(2) { device.give("a routine".toByteArray()) }
        assertEquals(listOf<String?>("a routine"), given)
        // What was written for a window is passed on now, and does not wait for the window of another test.
        shadowOf(Looper.getMainLooper()).idle()
    }

    @Test
    fun `the country is where the phone is, else where its card is from`() {
        line.setNetworkCountryIso("se")
        line.setSimCountryIso("de")
        assertEquals("SE", country(app))
        line.setNetworkCountryIso("")
        assertEquals("DE", country(app))
    }

    @Test
    fun `without a network or a card it is the person's region`() {
        noLine()
        assertEquals("GB", country(app))
    }

    @Test
    @Config(qualifiers = "eo")
    fun `a language without a region says no country`() {
        noLine()
        assertEquals("ZZ", country(app))
    }

    @Test
    fun `taking animations away reduces motion`() {
        assertFalse(motionIsReduced(app.contentResolver))
        Settings.Global.putFloat(app.contentResolver, Settings.Global.ANIMATOR_DURATION_SCALE, 0f)
        assertTrue(motionIsReduced(app.contentResolver))
    }

    private fun noLine() {
        line.setNetworkCountryIso("")
        line.setSimCountryIso("")
    }
}
