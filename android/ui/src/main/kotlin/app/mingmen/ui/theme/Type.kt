package app.mingmen.ui.theme

import androidx.compose.material3.Typography
import androidx.compose.runtime.Immutable
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.LineHeightStyle
import androidx.compose.ui.unit.em
import androidx.compose.ui.unit.sp

/** The two faces. A platform hands in its own, or the ones that are bundled. */
@Immutable
data class Fonts(
    val serif: FontFamily = FontFamily.Serif,
    val sans: FontFamily = FontFamily.SansSerif,
    /** What a size of the scale becomes, in sp: for a platform whose own sp grow all alike, however large the text is. */
    val curve: (Float) -> Float = { it },
)

/** The type scale of the tokens as text styles. Line heights follow the size, so that large text keeps its shape. */
@Immutable
class TypeScale(private val fonts: Fonts) {
    val numeral = style(TypeRole.NUMERAL).tabular()
    val cue = style(TypeRole.CUE)
    val display = style(TypeRole.DISPLAY)
    val title = style(TypeRole.TITLE)
    val heading = style(TypeRole.HEADING)
    val body = style(TypeRole.BODY)
    val bodyMedium = body.copy(fontWeight = FontWeight.Medium)
    val bodyStrong = body.copy(fontWeight = FontWeight.SemiBold)
    val button = style(TypeRole.BUTTON)
    val support = style(TypeRole.SUPPORT)
    val supportMedium = support.copy(fontWeight = FontWeight.Medium)
    val supportStrong = support.copy(fontWeight = FontWeight.SemiBold)
    val tab = style(TypeRole.TAB)

    /** The name of the app on its first page. */
    val name = sized(display, 38f, 46f)

    /** The line under it. */
    val line = sized(title, 23f, 31f)

    /** Keys and facts: between support and body. */
    val fact = sized(support, 16f, 22f)
    val factStrong = fact.copy(fontWeight = FontWeight.SemiBold)
    val key = sized(factStrong, 22f, 26f).tabular()
    val week = sized(factStrong, 20f, 24f).tabular()

    /** The breath and the cue when the phone stands two metres away. */
    val breathFromAfar = sized(button, 40f, 48f)
    val cueFromAfar = sized(cue, 60f, 66f)

    internal val material = Typography(
        displaySmall = display,
        headlineSmall = title,
        titleMedium = heading,
        bodyLarge = body,
        bodyMedium = support,
        labelLarge = button,
        labelMedium = tab,
    )

    private fun style(role: TypeRole) = TextStyle(
        fontFamily = if (role.serif) fonts.serif else fonts.sans,
        fontWeight = FontWeight(role.weight),
        fontSize = fonts.curve(role.size.toFloat()).sp,
        lineHeight = (role.line.toFloat() / role.size).em,
        letterSpacing = if (role.size >= TypeRole.HEADING.size) TIGHT else 0.em,
        lineHeightStyle = LineHeightStyle(LineHeightStyle.Alignment.Center, LineHeightStyle.Trim.None),
    )

    private fun sized(like: TextStyle, size: Float, line: Float) = like.copy(fontSize = fonts.curve(size).sp, lineHeight = (line / size).em)

    private companion object {
        val TIGHT = (-0.01).em
    }
}

/** Figures of one width, for what counts or changes while one looks. */
fun TextStyle.tabular(): TextStyle = copy(fontFeatureSettings = "tnum")

/** Smaller where a text has more letters than there is room for, as a day's short name has in some languages. */
fun TextStyle.fitting(text: String, letters: Int): TextStyle = if (text.length > letters) copy(fontSize = fontSize * letters / text.length) else this
