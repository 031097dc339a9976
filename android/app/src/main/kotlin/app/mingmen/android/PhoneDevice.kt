package app.mingmen.android

import android.content.ActivityNotFoundException
import android.content.ClipData
import android.content.ContentResolver
import android.content.Context
import android.content.Intent
import android.content.pm.PackageManager
import android.net.Uri
import android.provider.Settings
import android.telephony.TelephonyManager
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.core.content.FileProvider
import app.mingmen.android.remind.Leave
import app.mingmen.core.Chime
import app.mingmen.core.HealthFix
import app.mingmen.core.Touch
import app.mingmen.ui.player.Device
import app.mingmen.ui.player.Outside
import app.mingmen.ui.player.OutsideKey
import app.mingmen.ui.player.Ringing
import app.mingmen.ui.player.readFile
import java.io.IOException
import java.util.Locale

/** What a phone can do: speak, chime and touch, dial, keep its screen on, hand a file over to another app, and take one from there. */
internal class PhoneDevice(
    private val context: Context,
    private val outside: PracticeOutside,
    private val leave: Leave,
    private val voice: Voice = Voice(context),
    private val chimes: Chimes = Chimes(),
    private val motor: Motor = Motor(context),
    private val ducking: Ducking = Ducking(context) { outside.ask(OutsideKey.PAUSE) },
) : Device, AutoCloseable {
    override val canSpeak: Boolean get() = voice.canSpeak

    /** Android may hold a timer back while nobody sees the window; the practice goes on all the same. */
    override val longestTickMs: Long? = null

    override fun say(text: String) = voice.say(text)

    override fun hush() = voice.hush()

    override fun chime(chime: Chime) = chimes.play(chime)

    override fun touch(touch: Touch) = motor.touch(touch)

    override fun duck(on: Boolean) = ducking.set(on)

    /** Whether the screen is to stay on; the window sees to it. */
    var screenStaysOn: Boolean by mutableStateOf(false)
        private set

    override val dial: ((String) -> Unit)? = if (context.canCall()) { number -> context.openDialler(number) } else null

    override val share: (String, String) -> Boolean = { name, text -> context.handOver(name, text) }

    /** Whether a file is to be chosen; the window sees to it and says so by [isChoosing]. */
    var wantsFile: Boolean by mutableStateOf(false)
        private set

    private var waiting: ((ByteArray?) -> Unit)? = null

    override val openFile: ((ByteArray?) -> Unit) -> Unit = { give ->
        waiting = give
        wantsFile = true
    }

    fun isChoosing() {
        wantsFile = false
    }

    /** What is in the file that was chosen, or `null` where it cannot be read. */
    fun give(file: ByteArray?) {
        waiting?.invoke(file)
        waiting = null
    }

    /** Whether the person is to be asked for leave to show notifications; the window sees to it and says so by [isAsking]. */
    var wantsLeave: Boolean by mutableStateOf(false)
        private set

    fun isAsking() {
        wantsLeave = false
    }

    override val ringing: Ringing = object : Ringing {
        override fun leave() = leave.now()

        override fun fix(what: HealthFix) {
            if (what == HealthFix.ASK_FOR_NOTIFICATIONS) wantsLeave = true else context.openSettings(what)
        }
    }

    override fun keepScreenOn(on: Boolean) {
        screenStaysOn = on
    }

    override fun showOutside(practice: Outside?) = outside.show(practice)

    /** Falls silent for good. */
    override fun close() {
        outside.show(null)
        ducking.set(on = false)
        voice.close()
        chimes.close()
    }
}

private fun Context.canCall() = packageManager.hasSystemFeature(PackageManager.FEATURE_TELEPHONY)

// The phone's own page; where a phone has none, the app's page of its settings has everything.
private fun Context.openSettings(fix: HealthFix) {
    val ofApp = Uri.fromParts("package", packageName, null)
    val page = when (fix) {
        HealthFix.EXACT_ALARM_SETTINGS -> Intent(Settings.ACTION_REQUEST_SCHEDULE_EXACT_ALARM, ofApp)
        HealthFix.BATTERY_SETTINGS -> Intent(Settings.ACTION_IGNORE_BATTERY_OPTIMIZATION_SETTINGS)
        HealthFix.NOTIFICATION_SETTINGS, HealthFix.ASK_FOR_NOTIFICATIONS -> Intent(Settings.ACTION_APP_NOTIFICATION_SETTINGS).putExtra(Settings.EXTRA_APP_PACKAGE, packageName)
    }
    try {
        startActivity(page.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK))
    } catch (_: ActivityNotFoundException) {
        startActivity(Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, ofApp).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK))
    }
}

private fun Context.openDialler(number: String) {
    startActivity(Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", number, null)).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK))
}

// Another app reads it through the provider of the manifest, and only what it was handed.
private fun Context.handOver(name: String, text: String): Boolean = try {
    val file = cacheDir.resolve(SHARED).apply { mkdirs() }.resolve(name)
    file.writeText(text)
    val address = FileProvider.getUriForFile(this, "$packageName.files", file)
    val send = Intent(Intent.ACTION_SEND).setType(typeOf(name)).putExtra(Intent.EXTRA_STREAM, address).addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION)
    send.clipData = ClipData.newRawUri(name, address)
    startActivity(Intent.createChooser(send, null).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK))
    true
} catch (_: IOException) {
    false
}

// A calendar app takes what is called a calendar; a routine is for whatever the person chooses.
private fun typeOf(name: String) = if (name.endsWith(".ics")) "text/calendar" else "application/json"

/** The folder of `res/xml/shared.xml`. */
private const val SHARED = "shared"

/** What is in a file that the person chose; `null` where it cannot be read. */
internal fun read(resolver: ContentResolver, address: Uri): ByteArray? = try {
    resolver.openInputStream(address)?.let(::readFile)
} catch (_: IOException) {
    null
} catch (_: SecurityException) {
    null
}

/**
 * The country whose emergency number helps: where the phone's network is, else where its card is from, else the
 * person's region; `ZZ` where none is known. None of these needs a permission.
 */
internal fun country(context: Context): String {
    val phone = context.getSystemService(TelephonyManager::class.java)
    val codes = sequenceOf(phone?.networkCountryIso, phone?.simCountryIso, Locale.getDefault().country)
    return codes.filterNotNull().firstOrNull { it.length == 2 }?.uppercase(Locale.ROOT) ?: "ZZ"
}
