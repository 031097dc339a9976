package app.mingmen.android

import android.media.IAudioService
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements

/**
 * Players of sound that are entered in no list. The phone's list of them lives in its audio service, and the stand-in that Robolectric
 * 4.17 makes for it does not load under Android 15: it names a class of Bluetooth that Android 16 brought.
 */
@Implements(className = "android.media.PlayerBase", isInAndroidSdk = false)
class UnlistedPlayers {
    companion object {
        @JvmStatic
        @Implementation
        fun getService(): IAudioService = IAudioService.Default()
    }
}
