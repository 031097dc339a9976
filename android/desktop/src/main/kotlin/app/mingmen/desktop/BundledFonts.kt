package app.mingmen.desktop

import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.platform.Font
import app.mingmen.ui.theme.Fonts

private val faces = Fonts(
    serif = FontFamily(Font("fonts/NotoSerif-Regular.ttf")),
    sans = FontFamily(
        Font("fonts/Inter-Regular.otf", FontWeight.Normal),
        Font("fonts/Inter-Medium.otf", FontWeight.Medium),
        Font("fonts/Inter-SemiBold.otf", FontWeight.SemiBold),
    ),
)

/** The faces that are bundled, so that a picture is the same on every computer, for text of this [scale]. */
fun bundledFonts(scale: Float): Fonts = faces.copy(curve = AndroidTextScale(scale))
