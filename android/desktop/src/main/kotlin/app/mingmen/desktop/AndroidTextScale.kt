package app.mingmen.desktop

/**
 * How text grows on Android: small text by the whole [scale], large text by less.
 *
 * Gives what to ask for in sp so that a platform that multiplies every size by [scale] ends at Android's size. The curve is
 * the platform's for 2.0 (`FontScaleConverterFactory` in AOSP); scales below lie between.
 */
class AndroidTextScale(private val scale: Float) : (Float) -> Float {
    override fun invoke(sp: Float): Float {
        if (scale <= 1f) return sp
        val grown = sp + (doubled(sp) - sp) * (scale - 1f)
        return grown / scale
    }

    private fun doubled(sp: Float): Float {
        if (sp <= SP.first()) return sp * 2
        if (sp >= SP.last()) return sp
        val i = SP.indexOfLast { it <= sp }
        return DP[i] + (DP[i + 1] - DP[i]) * (sp - SP[i]) / (SP[i + 1] - SP[i])
    }

    private companion object {
        val SP = floatArrayOf(8f, 10f, 12f, 14f, 18f, 20f, 24f, 30f, 100f)
        val DP = floatArrayOf(16f, 20f, 24f, 26f, 30f, 34f, 36f, 38f, 100f)
    }
}
