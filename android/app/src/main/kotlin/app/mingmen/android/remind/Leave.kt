package app.mingmen.android.remind

import android.Manifest
import android.app.ActivityManager
import android.app.NotificationManager
import android.content.Context
import android.content.pm.PackageManager
import android.os.Build
import android.os.PowerManager
import app.mingmen.core.PhoneLeave

/** What this phone lets the app do, asked anew each time: a phone that takes leave back says nothing. */
internal class Leave(private val context: Context, private val alarm: Alarm) {
    private val kept = context.getSharedPreferences("leave", Context.MODE_PRIVATE)

    fun now(): PhoneLeave {
        val exact = alarm.mayBeExact
        return PhoneLeave(notifications = notifications(), exactAlarms = exact, battery = isLeftAlone(exact))
    }

    /** The person has been asked for leave to show notifications, whatever they said. */
    fun wasAsked() = kept.edit().putBoolean(ASKED, true).apply()

    /** Since Android 13 a person is asked; `null` until they were. */
    private fun notifications(): Boolean? {
        val allowed = checkNotNull(context.getSystemService(NotificationManager::class.java)).areNotificationsEnabled()
        val isAsked = Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU
        val given = !isAsked || context.checkSelfPermission(Manifest.permission.POST_NOTIFICATIONS) == PackageManager.PERMISSION_GRANTED
        return if (given || kept.getBoolean(ASKED, false)) allowed && given else null
    }

    /** Whether saving power holds nothing back: an exact alarm wakes the phone, unless the person put the app under restriction. */
    private fun isLeftAlone(exact: Boolean): Boolean {
        val activities = checkNotNull(context.getSystemService(ActivityManager::class.java))
        val restricted = Build.VERSION.SDK_INT >= Build.VERSION_CODES.P && activities.isBackgroundRestricted
        val power = checkNotNull(context.getSystemService(PowerManager::class.java))
        return !restricted && (exact || power.isIgnoringBatteryOptimizations(context.packageName))
    }

    private companion object {
        const val ASKED = "asked"
    }
}
