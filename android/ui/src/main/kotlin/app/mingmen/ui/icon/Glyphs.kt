package app.mingmen.ui.icon

import androidx.compose.runtime.Immutable

/** A picture of lines on a 24 grid: [line] is stroked, [fill] is filled. Both are SVG path data. */
@Immutable
data class Glyph(val line: String, val fill: String = "", val width: Float = 2f, val mirrors: Boolean = false)

/** Every icon. Some have one meaning everywhere: leaf = gentle, hand = stop, phone = doctor, lines = article, pen = proposed. */
object Glyphs {
    val today = Glyph("M3 18h18M6.5 18a5.5 5.5 0 0 1 11 0M12 5v3M4.8 9.3l1.9 1.9M19.2 9.3l-1.9 1.9")
    val plan = Glyph("M6 20c8 0 12-3 12-6s-12-2-12-6 5-4 9-4", fill = dot(18f, 4f, 2.2f))
    val library = Glyph("M12 6c-2-1.6-5-2-8-2v14c3 0 6 .4 8 2 2-1.6 5-2 8-2V4c-3 0-6 .4-8 2zM12 6v14")
    val progress = Glyph("M16.5 4.8A8.5 8.5 0 1 1 9 4.05M8.5 12.5l2.5 2.5 4.5-5")
    val bell = Glyph("M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10.5 21h3")
    val forward = Glyph("M9 5l7 7-7 7", mirrors = true)
    val back = Glyph("M15 5l-7 7 7 7", mirrors = true)
    val close = Glyph("M6 6l12 12M18 6L6 18")
    val check = Glyph("M5 12.5l4.5 4.5L19 7.5")
    val boldCheck = check.copy(width = 2.6f)
    val play = Glyph("M8 5.5v13l11-6.5z", fill = "M8 5.5v13l11-6.5z")
    val pause = Glyph("M8.5 5.5v13M15.5 5.5v13", width = 3.6f)
    val next = Glyph("M6 6v12l8.5-6zM18 6v12", fill = "M6 6v12l8.5-6z", mirrors = true)
    val previous = Glyph("M18 6v12l-8.5-6zM6 6v12", fill = "M18 6v12l-8.5-6z", mirrors = true)
    val again = Glyph("M6.2 7.2A7.6 7.6 0 1 1 4.4 12M6 2.8v4.6h4.6")
    val adjust = Glyph(
        "M4 7h8.4M17.6 7H20M4 17h2.4M11.6 17H20M15 4.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2zM9 14.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2z",
    )
    val chair = Glyph("M7 3.5V20.5M7 13h10v7.5")
    val hand = Glyph(
        "M8 12V6.5a1.5 1.5 0 0 1 3 0V11M11 5a1.5 1.5 0 0 1 3 0v6M14 6.5a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6c-3 0-4.3-1.5-5.5-3.6" +
            "L3.6 14a1.6 1.6 0 0 1 2.7-1.6L8 14.5",
    )
    val leaf = Glyph("M5 19c0-9 5-14 14-14 0 9-4 14-11 14-1.5 0-3-.6-3-2.5M5 19c2-4 5-7 9-9")
    val attention = Glyph("M12 4l9 16H3zM12 10v4.5M12 17.3v.2")
    val phone = Glyph("M6 4h3l1.5 4.5L8.5 10a12 12 0 0 0 5.5 5.5l1.5-2L20 15v3a2 2 0 0 1-2 2C10.8 20 4 13.2 4 6a2 2 0 0 1 2-2z")
    val turn = Glyph("M4 9a8.5 8.5 0 0 1 15-1M20 15a8.5 8.5 0 0 1-15 1M19.5 3.5V8H15M4.5 20.5V16H9")
    val article = Glyph("M5 7h14M5 12h14M5 17h8")
    val pen = Glyph("M5 19l1-4L16 5l3 3L9 18z")
    val lock = Glyph("M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2zM8 11V8a4 4 0 0 1 8 0v3")
    val minus = Glyph("M6 12h12")
    val plus = Glyph("M6 12h12M12 6v12")
    val breatheIn = Glyph("M12 20V5M6 11l6-6 6 6")
    val breatheOut = Glyph("M12 4v15M6 13l6 6 6-6")
    val breatheNaturally = Glyph("M4 12c2.7-3 5.3-3 8 0s5.3 3 8 0")
    val clock = Glyph("M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2")
    val calendar = Glyph("M6 5.5h12a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-10a2 2 0 0 1 2-2zM4 10h16M8.5 3.5v3.5M15.5 3.5v3.5", fill = dot(8.5f, 14.5f, 1.4f))
    val search = Glyph("M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5")
    val body = Glyph("M12 3.2a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6zM5.5 10.5c4 1 9 1 13 0M9.5 11v9.5M14.5 11v9.5M12 15v5.5")
    val question = Glyph("M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9.6 9.7a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2 1-1.2 1.9M12 16.6v.1")
    val open = Glyph("M5 9l7 7 7-7")
    val shut = Glyph("M5 15l7-7 7 7")
}

private fun dot(x: Float, y: Float, r: Float) = "M${x - r} ${y}a$r $r 0 1 0 ${2 * r} 0a$r $r 0 1 0 ${-2 * r} 0z"
