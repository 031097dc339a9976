package app.mingmen.android

import android.content.Context
import android.content.Intent
import android.content.pm.PackageManager
import android.net.Uri
import android.telephony.TelephonyManager
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import app.mingmen.ui.player.SilentDevice
import java.util.Locale

/** What a phone can do: dial, and keep its screen on. */
internal class PhoneDevice(context: Context) : SilentDevice() {
    /** Whether the screen is to stay on; the window sees to it. */
    var screenStaysOn: Boolean by mutableStateOf(false)
        private set

    override val dial: ((String) -> Unit)? = if (context.canCall()) { number -> context.openDialler(number) } else null

    override fun keepScreenOn(on: Boolean) {
        screenStaysOn = on
    }
}

private fun Context.canCall() = packageManager.hasSystemFeature(PackageManager.FEATURE_TELEPHONY)

private fun Context.openDialler(number: String) {
    startActivity(Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", number, null)).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK))
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
