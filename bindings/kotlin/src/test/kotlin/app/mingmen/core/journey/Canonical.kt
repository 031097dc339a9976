package app.mingmen.core.journey

import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive

/** JSON in the one form that every runner writes: keys sorted, no spaces, nothing escaped that need not be. */
internal fun canonical(json: JsonElement): String = buildString { write(json) }

private fun StringBuilder.write(json: JsonElement) {
    when (json) {
        is JsonObject -> writeAll('{', json.toSortedMap().entries, '}') { (key, value) ->
            writeText(key)
            append(':')
            write(value)
        }

        is JsonArray -> writeAll('[', json, ']') { write(it) }
        is JsonPrimitive -> if (json.isString) writeText(json.content) else append(json.content)
    }
}

private fun <T> StringBuilder.writeAll(open: Char, items: Collection<T>, close: Char, writeOne: (T) -> Unit) {
    append(open)
    items.forEachIndexed { index, item ->
        if (index > 0) append(',')
        writeOne(item)
    }
    append(close)
}

private fun StringBuilder.writeText(text: String) {
    append('"')
    for (char in text) {
        when (char) {
            '"' -> append("\\\"")
            '\\' -> append("\\\\")
            '\n' -> append("\\n")
            '\r' -> append("\\r")
            '\t' -> append("\\t")
            '\b' -> append("\\b")
            '\u000C' -> append("\\f")
            in '\u0000'..'\u001F' -> append("\\u%04x".format(char.code))
            else -> append(char)
        }
    }
    append('"')
}
