package android.bluetooth

/**
 * Android 16 has this class. Robolectric's stand-in for a Bluetooth device names it on every Android, and a sound player of Android 15
 * comes across that stand-in, so that none could be made without it.
 */
@Suppress("unused", "ClassName")
class `BluetoothDevice$BluetoothAddress`
