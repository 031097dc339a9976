// Written from docs/design/tokens.json by TokensTest: `mvn -f android/pom.xml -pl ui test -Dtest=TokensTest -Dtokens.write=true`.
package app.mingmen.ui.theme

import androidx.compose.runtime.Immutable
import androidx.compose.ui.graphics.Color

/** The colours of one theme, by what they are for. */
@Immutable
data class Palette(
    val paper: Color,
    val raised: Color,
    val sunken: Color,
    val line: Color,
    val track: Color,
    val outline: Color,
    val ink: Color,
    val inkSoft: Color,
    val jade: Color,
    val onJade: Color,
    val jadeSoft: Color,
    val onJadeSoft: Color,
    val jadeMid: Color,
    val ember: Color,
    val emberText: Color,
    val emberSoft: Color,
    val onEmberSoft: Color,
    val earth: Color,
    val onEarth: Color,
    val earthSoft: Color,
    val onEarthSoft: Color,
    val figure: Color,
    val figureFar: Color,
    val stage: Color,
    val scrim: Color,
)

val lightPalette = Palette(
    paper = Color(0xFFF7F1E6),
    raised = Color(0xFFFFFCF5),
    sunken = Color(0xFFEBE2D1),
    line = Color(0xFFD6CBB7),
    track = Color(0xFFCBC2AE),
    outline = Color(0xFF857A69),
    ink = Color(0xFF24211C),
    inkSoft = Color(0xFF5A5347),
    jade = Color(0xFF1D5B4C),
    onJade = Color(0xFFFFFCF5),
    jadeSoft = Color(0xFFD6E6DB),
    onJadeSoft = Color(0xFF103C31),
    jadeMid = Color(0xFF4A8A77),
    ember = Color(0xFFB8641A),
    emberText = Color(0xFF86470F),
    emberSoft = Color(0xFFF7E3C6),
    onEmberSoft = Color(0xFF5E310A),
    earth = Color(0xFF973922),
    onEarth = Color(0xFFFFF8F2),
    earthSoft = Color(0xFFF7DED4),
    onEarthSoft = Color(0xFF6B2313),
    figure = Color(0xFF1B362E),
    figureFar = Color(0xFF6C8C7D),
    stage = Color(0xFFE9EDDF),
    scrim = Color(0xFF24211C),
)

val darkPalette = Palette(
    paper = Color(0xFF151410),
    raised = Color(0xFF211F1A),
    sunken = Color(0xFF302D26),
    line = Color(0xFF3D392F),
    track = Color(0xFF4A4A40),
    outline = Color(0xFF948A78),
    ink = Color(0xFFF3EBDD),
    inkSoft = Color(0xFFC2B8A7),
    jade = Color(0xFF93D0B9),
    onJade = Color(0xFF0B2A22),
    jadeSoft = Color(0xFF21443A),
    onJadeSoft = Color(0xFFCDEDDF),
    jadeMid = Color(0xFF62A38E),
    ember = Color(0xFFE7A95F),
    emberText = Color(0xFFF1C288),
    emberSoft = Color(0xFF46321A),
    onEmberSoft = Color(0xFFFBE0BD),
    earth = Color(0xFFF2A58F),
    onEarth = Color(0xFF3A1006),
    earthSoft = Color(0xFF57281C),
    onEarthSoft = Color(0xFFFFDACE),
    figure = Color(0xFFC6E3D6),
    figureFar = Color(0xFF5A7D70),
    stage = Color(0xFF1A211D),
    scrim = Color(0xFF000000),
)

/** The colours of the drawn person in one theme. */
@Immutable
data class FigurePalette(
    val shadow: Color,
    val mat: Color,
    val wood: Color,
    val jacket: Color,
    val jacketLine: Color,
    val trousers: Color,
    val shoe: Color,
    val accent: Color,
    val attention: Color,
    val far: Color,
)

val lightFigurePalette = FigurePalette(
    shadow = Color(0xFF24211C),
    mat = Color(0xFFD6CBB7),
    wood = Color(0xFFCDB08C),
    jacket = Color(0xFF3F7F6D),
    jacketLine = Color(0xFF103C31),
    trousers = Color(0xFF3D4448),
    shoe = Color(0xFF24211C),
    accent = Color(0xFFB8641A),
    attention = Color(0xFFE0862F),
    far = Color(0xFF26343F),
)

val darkFigurePalette = FigurePalette(
    shadow = Color(0xFF000000),
    mat = Color(0xFF3D392F),
    wood = Color(0xFF7A6A54),
    jacket = Color(0xFF6DAE99),
    jacketLine = Color(0xFF0B2A22),
    trousers = Color(0xFF93968F),
    shoe = Color(0xFFC2B8A7),
    accent = Color(0xFFE7A95F),
    attention = Color(0xFFF0B468),
    far = Color(0xFF1A211D),
)

/** One role of the type scale. [size] and [line] are sp at 100 % text. */
enum class TypeRole(val serif: Boolean, val weight: Int, val size: Int, val line: Int) {
    NUMERAL(true, 400, 44, 48),
    CUE(true, 400, 34, 42),
    DISPLAY(true, 400, 30, 38),
    TITLE(true, 400, 25, 32),
    HEADING(false, 600, 19, 26),
    BODY(false, 400, 17, 25),
    BUTTON(false, 600, 18, 24),
    SUPPORT(false, 400, 15, 21),
    TAB(false, 500, 14, 18),
}

/** Distances in dp. */
object Space {
    const val xs = 4
    const val s = 8
    const val m = 12
    const val l = 16
    const val xl = 20
    const val xxl = 24
    const val xxxl = 32
    const val marginCompact = 16
    const val margin = 20
    const val maxContentWidth = 560
}

/** Corner radii in dp. */
object Radius {
    const val badge = 8
    const val key = 14
    const val button = 18
    const val card = 20
    const val hero = 24
    const val sheet = 28
    const val chip = 24
    const val full = 999
}

/** Sizes of what is touched in dp, and how long a second touch is ignored in ms. */
object Touch {
    const val min = 48
    const val row = 64
    const val key = 58
    const val primary = 60
    const val stop = 68
    const val stopLandscape = 76
    const val pause = 84
    const val gap = 6
    const val repeatGuardMs = 300
}

/** The breath ring: scales, widths in dp, angles in degrees, shares of its height. */
object Ring {
    const val minScale = 0.72f
    const val maxScale = 1.0f
    const val strokeDp = 14
    const val guideStrokeDp = 2
    const val gapDegrees = 26
    const val startDegrees = -70
    const val fadeFrom = 0.7f
    const val fadeTo = 0.98f
}

/** How long things take to move, in ms, and how they ease. */
object Motion {
    const val pressMs = 120
    const val crossFadeMs = 200
    const val standardMs = 300
    const val slowMs = 500
    const val settleMs = 900
    val easeCalm = floatArrayOf(0.3f, 0.0f, 0.1f, 1.0f)
    val easeExit = floatArrayOf(0.4f, 0.0f, 1.0f, 1.0f)
    val easeBreath = floatArrayOf(0.37f, 0.0f, 0.63f, 1.0f)
    const val countInS = 3
}
