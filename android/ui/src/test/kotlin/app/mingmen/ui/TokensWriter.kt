package app.mingmen.ui

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.float
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** Writes `Tokens.kt` from `docs/design/tokens.json`, the one source of colours and sizes for both apps. */
object TokensWriter {
    fun kotlin(json: String): String {
        val tokens = Json.parseToJsonElement(json).jsonObject
        return buildString {
            append(HEAD)
            palette(tokens.part("color"), "Palette", "The colours of one theme, by what they are for.")
            palette(tokens.part("figure"), "FigurePalette", "The colours of the drawn person in one theme.")
            type(tokens.getValue("type").jsonArray)
            numbers("Space", "Distances in dp.", tokens.part("space"))
            numbers("Radius", "Corner radii in dp.", tokens.part("radius"))
            numbers("Touch", "Sizes of what is touched in dp, and how long a second touch is ignored in ms.", tokens.part("touch"))
            numbers("Ring", "The breath ring: scales, widths in dp, angles in degrees, shares of its height.", tokens.part("ring"))
            numbers("Motion", "How long things take to move, in ms, and how they ease.", tokens.part("motion"))
        }.trimEnd() + "\n"
    }

    private fun StringBuilder.palette(themes: JsonObject, name: String, about: String) {
        val roles = themes.part("light").keys
        append("/** $about */\n@Immutable\ndata class $name(\n")
        roles.forEach { append("    val $it: Color,\n") }
        append(")\n\n")
        themes.forEach { (theme, colours) ->
            append("val $theme$name = $name(\n")
            roles.forEach { append("    $it = Color(0xFF${colours.jsonObject.text(it).removePrefix("#")}),\n") }
            append(")\n\n")
        }
    }

    private fun StringBuilder.type(roles: JsonArray) {
        append("/** One role of the type scale. [size] and [line] are sp at 100 % text. */\n")
        append("enum class TypeRole(val serif: Boolean, val weight: Int, val size: Int, val line: Int) {\n")
        roles.map { it.jsonObject }.forEach {
            val serif = it.text("family") == "serif"
            append("    ${it.text("role").uppercase()}($serif, ${it.text("weight")}, ${it.text("size")}, ${it.text("line")}),\n")
        }
        append("}\n\n")
    }

    private fun StringBuilder.numbers(name: String, about: String, values: JsonObject) {
        append("/** $about */\nobject $name {\n")
        values.forEach { (key, value) -> literal(value)?.let { append("    ${declaration(it)} $key = $it\n") } }
        append("}\n\n")
    }

    private fun declaration(literal: String) = if (literal.startsWith("floatArrayOf")) "val" else "const val"

    // Words about a value, such as what reduced motion does, are for people and not for code.
    private fun literal(value: JsonElement): String? = when {
        value is JsonArray -> value.joinToString(", ", "floatArrayOf(", ")") { "${it.jsonPrimitive.float}f" }
        value !is JsonPrimitive || value.isString -> null
        value.content.contains('.') -> "${value.float}f"
        else -> value.content
    }

    private fun JsonObject.part(key: String) = getValue(key).jsonObject

    private fun JsonObject.text(key: String) = getValue(key).jsonPrimitive.content

    private const val HEAD = """// Written from docs/design/tokens.json by TokensTest: `mvn -f android/pom.xml -pl ui test -Dtest=TokensTest -Dtokens.write=true`.
package app.mingmen.ui.theme

import androidx.compose.runtime.Immutable
import androidx.compose.ui.graphics.Color

"""
}
