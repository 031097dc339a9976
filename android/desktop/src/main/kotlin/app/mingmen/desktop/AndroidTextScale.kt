package app.mingmen.desktop

import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.TextUnit
import androidx.compose.ui.unit.TextUnitType
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp

/**
 * A density whose text grows as on Android: small text by the whole [fontScale], large text by less.
 *
 * The curve is the platform's for a scale of 2.0 (`FontScaleConverterFactory` in AOSP); scales between lie between.
 */
class AndroidTextScale(override val density: Float, override val fontScale: Float) : Density {
    override fun TextUnit.toDp(): Dp {
        check(type == TextUnitType.Sp) { "only sp can become dp" }
        return scaled(value, SP, DP).dp
    }

    override fun Dp.toSp(): TextUnit = inverse(value).sp

    private fun scaled(sp: Float, from: FloatArray, to: FloatArray): Float {
        if (fontScale <= 1f) return sp * fontScale
        val doubled = interpolate(sp, from, to)
        return sp + (doubled - sp) * (fontScale - 1f)
    }

    private fun inverse(dp: Float): Float {
        if (fontScale <= 1f) return dp / fontScale
        val curve = FloatArray(SP.size) { scaled(SP[it], SP, DP) }
        return interpolate(dp, curve, SP)
    }

    private fun interpolate(x: Float, from: FloatArray, to: FloatArray): Float {
        if (x <= from.first()) return x * to.first() / from.first()
        if (x >= from.last()) return x * to.last() / from.last()
        val i = from.indexOfLast { it <= x }
        return to[i] + (to[i + 1] - to[i]) * (x - from[i]) / (from[i + 1] - from[i])
    }

    private companion object {
        val SP = floatArrayOf(8f, 10f, 12f, 14f, 18f, 20f, 24f, 30f, 100f)
        val DP = floatArrayOf(16f, 20f, 24f, 26f, 30f, 34f, 36f, 38f, 100f)
    }
}
