package app.mingmen.core.journey

import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive

/**
 * Where a result is not what was expected, a line each; empty where it is.
 *
 * Only the fields of an object that are expected are looked at; a list has to have as many items as expected.
 */
internal fun differences(expected: JsonElement, actual: JsonElement, place: String = ""): List<String> = when {
    expected is JsonObject && actual is JsonObject -> expected.flatMap { (key, value) ->
        val there = "$place.$key".removePrefix(".")
        val found = actual[key] ?: return@flatMap listOf("$there: expected ${canonical(value)}, there is none")
        differences(value, found, there)
    }

    expected is JsonArray && actual is JsonArray -> lengths(expected, actual, place) +
        expected.zip(actual).flatMapIndexed { index, (want, got) -> differences(want, got, "$place[$index]") }

    same(expected, actual) -> emptyList()
    else -> listOf("${shown(place)}: expected ${canonical(expected)}, got ${canonical(actual)}")
}

private fun lengths(expected: JsonArray, actual: JsonArray, place: String): List<String> {
    if (expected.size == actual.size) return emptyList()
    return listOf("${shown(place)}: expected ${expected.size} items, got ${actual.size}: ${canonical(actual)}")
}

private fun same(expected: JsonElement, actual: JsonElement): Boolean {
    if (expected !is JsonPrimitive || actual !is JsonPrimitive) return false
    if (expected.isString != actual.isString) return false
    if (expected.isString) return expected.content == actual.content
    // A number is what it is worth: 5 and 5.0 are the same.
    val (want, got) = listOf(expected, actual).map { it.content.toBigDecimalOrNull() }
    return if (want == null || got == null) expected.content == actual.content else want.compareTo(got) == 0
}

private fun shown(place: String): String = place.ifEmpty { "result" }
