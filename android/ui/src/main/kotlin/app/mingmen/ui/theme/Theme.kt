package app.mingmen.ui.theme

import androidx.compose.animation.core.CubicBezierEasing
import androidx.compose.animation.core.Easing
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.foundation.LocalIndication
import androidx.compose.material3.ColorScheme
import androidx.compose.material3.LocalContentColor
import androidx.compose.material3.LocalRippleConfiguration
import androidx.compose.material3.LocalTextStyle
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.darkColorScheme
import androidx.compose.material3.lightColorScheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.Immutable
import androidx.compose.runtime.ReadOnlyComposable
import androidx.compose.runtime.compositionLocalOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import app.mingmen.ui.part.ToneIndication

/** What a person or their device asks of the look: everything else follows from the tokens. */
@Immutable
data class Look(
    val dark: Boolean = false,
    /** Nothing slides or grows: states cross-fade, the figure goes from key pose to key pose. */
    val reducedMotion: Boolean = false,
    /** Room that the device keeps for itself at the edges. */
    val insets: PaddingValues = PaddingValues(0.dp),
)

private val LocalPalette = staticCompositionLocalOf { lightPalette }
private val LocalFigurePalette = staticCompositionLocalOf { lightFigurePalette }
private val LocalScale = staticCompositionLocalOf<TypeScale> { error("MingmenTheme is missing") }
private val LocalLook = staticCompositionLocalOf { Look() }

/** How wide the page is; it decides the margins and whether the Player lies on its side. */
internal val LocalPageWidth = compositionLocalOf { 390.dp }

/** The tokens, for every composable below [MingmenTheme]. */
object Theme {
    val colours: Palette @Composable @ReadOnlyComposable get() = LocalPalette.current
    val figure: FigurePalette @Composable @ReadOnlyComposable get() = LocalFigurePalette.current
    val type: TypeScale @Composable @ReadOnlyComposable get() = LocalScale.current
    val look: Look @Composable @ReadOnlyComposable get() = LocalLook.current

    /** Text is so large that things which stand side by side go below each other. */
    val largeText: Boolean @Composable @ReadOnlyComposable get() = LocalDensity.current.fontScale >= LARGE_TEXT

    /** The margin left and right of a page. */
    val margin: Dp
        @Composable @ReadOnlyComposable
        get() = (if (LocalPageWidth.current < COMPACT) Space.marginCompact else Space.margin).dp

    private val COMPACT = 360.dp
    private const val LARGE_TEXT = 1.5f
}

/** How things ease, by the tokens. */
object Ease {
    val calm: Easing = bezier(Motion.easeCalm)
    val breath: Easing = bezier(Motion.easeBreath)

    private fun bezier(p: FloatArray) = CubicBezierEasing(p[0], p[1], p[2], p[3])
}

/** Corner shapes, by the tokens. */
object Shapes {
    val badge = RoundedCornerShape(Radius.badge.dp)
    val key = RoundedCornerShape(Radius.key.dp)
    val button = RoundedCornerShape(Radius.button.dp)
    val card = RoundedCornerShape(Radius.card.dp)
    val hero = RoundedCornerShape(Radius.hero.dp)
    val chip = RoundedCornerShape(Radius.chip.dp)
}

/** Puts the tokens, the type and Material's colours over [content]. Dynamic colour is never used. */
@Composable
fun MingmenTheme(look: Look, fonts: Fonts, content: @Composable () -> Unit) {
    val palette = if (look.dark) darkPalette else lightPalette
    val scale = remember(fonts) { TypeScale(fonts) }
    val scheme = remember(look.dark) { material(palette, look.dark) }
    MaterialTheme(colorScheme = scheme, typography = scale.material) {
        CompositionLocalProvider(
            LocalLook provides look,
            LocalPalette provides palette,
            LocalFigurePalette provides if (look.dark) darkFigurePalette else lightFigurePalette,
            LocalScale provides scale,
            LocalTextStyle provides scale.body,
            LocalContentColor provides palette.ink,
            LocalIndication provides ToneIndication(palette.ink),
            LocalRippleConfiguration provides null,
            content = content,
        )
    }
}

private fun material(p: Palette, dark: Boolean): ColorScheme {
    val base = if (dark) darkColorScheme() else lightColorScheme()
    return base.copy(
        primary = p.jade,
        onPrimary = p.onJade,
        primaryContainer = p.jadeSoft,
        onPrimaryContainer = p.onJadeSoft,
        secondary = p.jadeMid,
        tertiary = p.emberText,
        tertiaryContainer = p.emberSoft,
        onTertiaryContainer = p.onEmberSoft,
        error = p.earth,
        onError = p.onEarth,
        errorContainer = p.earthSoft,
        onErrorContainer = p.onEarthSoft,
        background = p.paper,
        onBackground = p.ink,
        surface = p.paper,
        onSurface = p.ink,
        onSurfaceVariant = p.inkSoft,
        surfaceContainer = p.raised,
        surfaceVariant = p.sunken,
        outline = p.outline,
        outlineVariant = p.line,
        scrim = p.scrim,
    )
}
