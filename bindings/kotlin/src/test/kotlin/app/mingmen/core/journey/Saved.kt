package app.mingmen.core.journey

import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive

/** What earlier steps saved, by name. */
internal class Saved {
    private val values = mutableMapOf<String, JsonElement>()

    /** Keeps what stands at a [path] of the [result] such as `weeks.0.minutes`; an empty path is the whole of it. */
    fun keep(name: String, path: String, result: JsonElement) {
        values[name] = at(result, path) ?: malformed("the result has no $path to save")
    }

    /** The [json] with what was saved in place of each `"$name"` and `"$name.path"`. */
    fun fill(json: JsonElement): JsonElement = when (json) {
        is JsonObject -> JsonObject(json.mapValues { (_, value) -> fill(value) })
        is JsonArray -> JsonArray(json.map(::fill))
        is JsonPrimitive -> if (json.isString && json.content.startsWith('$')) find(json.content) else json
    }

    private fun find(reference: String): JsonElement {
        val words = reference.drop(1)
        val found = values[words.substringBefore('.')]?.let { at(it, words.substringAfter('.', "")) }
        return found ?: malformed("nothing was saved as $reference")
    }
}

private fun at(json: JsonElement, path: String): JsonElement? =
    path.split('.').filter(String::isNotEmpty).fold(json as JsonElement?) { here, place ->
        when (here) {
            is JsonObject -> here[place]
            is JsonArray -> place.toIntOrNull()?.let(here::getOrNull)
            else -> null
        }
    }
