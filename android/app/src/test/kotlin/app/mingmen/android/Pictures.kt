package app.mingmen.android

import android.graphics.Bitmap
import android.graphics.Canvas
import android.graphics.drawable.Drawable
import android.view.View
import android.view.ViewGroup
import java.io.File

/** Keeps a picture under `target/pictures`, to look at. */
internal fun Bitmap.keep(name: String) {
    val file = File("target/pictures/$name.png").also { it.parentFile.mkdirs() }
    file.outputStream().use { compress(Bitmap.CompressFormat.PNG, 100, it) }
}

/** How much of the picture is of exactly this colour, 0 to 1. */
internal fun Bitmap.shareOf(colour: Int): Double {
    val pixels = IntArray(width * height).also { getPixels(it, 0, width, 0, 0, width, height) }
    return pixels.count { it == colour }.toDouble() / pixels.size
}

internal fun Drawable.drawn(size: Int): Bitmap {
    setBounds(0, 0, size, size)
    return Bitmap.createBitmap(size, size, Bitmap.Config.ARGB_8888).also { draw(Canvas(it)) }
}

/** A view and all that is in it. */
internal fun views(view: View): List<View> =
    listOf(view) + if (view is ViewGroup) (0 until view.childCount).flatMap { views(view.getChildAt(it)) } else emptyList()
