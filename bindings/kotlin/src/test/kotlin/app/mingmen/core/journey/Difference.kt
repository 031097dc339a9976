package app.mingmen.core.journey

import java.math.BigDecimal
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
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
        actual[key]?.let { differences(value, it, there) } ?: listOf("$there: expected ${canonical(value)}, there is none")
    }

    expected is JsonArray && actual is JsonArray -> lengths(expected, actual, place) +
        expected.zip(actual).flatMapIndexed { index, (want, got) -> differences(want, got, "$place[$index]") }

    same(expected, actual) -> emptyList()
    else -> listOf("${place.ifEmpty { "result" }}: expected ${canonical(expected)}, got ${canonical(actual)}")
}

private fun lengths(expected: JsonArray, actual: JsonArray, place: String): List<String> {
    if (expected.size == actual.size) return emptyList()
    return listOf("${place.ifEmpty { "result" }}: expected ${expected.size} items, got ${actual.size}: ${canonical(actual)}")
}

private fun same(expected: JsonElement, actual: JsonElement): Boolean {
    if (expected !is JsonPrimitive || actual !is JsonPrimitive) return false
    if (expected.isString || actual.isString) return expected.isString == actual.isString && expected.content == actual.content
    if (expected is JsonNull || actual is JsonNull) return expected is JsonNull && actual is JsonNull
    val numbers = listOf(expected, actual).map { it.content.toBigDecimalOrNull() }
    return if (null in numbers) expected.content == actual.content else compare(numbers)
}

private fun compare(numbers: List<BigDecimal?>): Boolean = numbers[0]!!.compareTo(numbers[1]!!) == 0
