package app.mingmen.core.journey

import java.time.DateTimeException
import java.time.Instant
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** A journey as its file says it; the format is in `docs/journeys.md`. */
internal class Journey(
    val zone: String,
    val start: Instant,
    val seed: ByteArray,
    val locale: String,
    val country: String,
    val steps: List<Step>,
) {
    companion object {
        private val keys = setOf("about", "zone", "start", "seed", "locale", "country", "steps")

        fun parse(text: String): Journey {
            val json = reading("the file") { Json.parseToJsonElement(text).jsonObject }
            (json.keys - keys).firstOrNull()?.let { malformed("a journey has no $it") }
            if (text(json, "about").isBlank()) malformed("about is empty")
            val steps = reading("steps") { (json["steps"] ?: malformed("there are none")).jsonArray }
            return Journey(
                zone = text(json, "zone"),
                start = reading("start") { Instant.parse(text(json, "start")) },
                seed = seed(text(json, "seed")),
                locale = textOrNull(json, "locale") ?: "en",
                country = textOrNull(json, "country") ?: "GB",
                steps = steps.mapIndexed { index, step -> reading("step $index") { Step.of(step.jsonObject) } },
            )
        }

        private fun seed(hex: String): ByteArray {
            if (hex.length != 64) malformed("seed: expected 64 hexadecimal digits")
            return reading("seed") { hex.hexToByteArray() }
        }
    }
}

/** One step: the clocks move, then something is called, or the app is killed, or nothing happens. */
internal class Step(
    val call: String?,
    val args: Map<String, JsonElement>,
    val kill: Boolean,
    val phone: String?,
    val at: Instant?,
    val zone: String?,
    val advanceMs: Long,
    val advanceMonotonicMs: Long,
    val times: Int,
    val expect: JsonElement?,
    val expectError: JsonElement?,
    val save: Map<String, String>,
) {
    companion object {
        private val kinds = setOf("call", "kill", "wait", "phone")
        private val others = setOf(
            "args", "at", "zone", "advance", "advance_monotonic", "times", "expect", "expect_error", "save", "note",
        )

        fun of(json: JsonObject): Step {
            (json.keys - kinds - others).firstOrNull()?.let { malformed("a step has no $it") }
            val kill = flag(json, "kill")
            if (listOf("call" in json, kill, flag(json, "wait"), "phone" in json).count { it } != 1) {
                malformed("a step has exactly one of call, kill, wait and phone")
            }
            return Step(
                call = textOrNull(json, "call"),
                args = json["args"]?.jsonObject.orEmpty(),
                kill = kill,
                phone = textOrNull(json, "phone"),
                at = textOrNull(json, "at")?.let(Instant::parse),
                zone = textOrNull(json, "zone"),
                advanceMs = count(json, "advance") ?: 0,
                advanceMonotonicMs = count(json, "advance_monotonic") ?: 0,
                times = count(json, "times")?.toInt() ?: 1,
                expect = json["expect"],
                expectError = json["expect_error"],
                save = json["save"]?.jsonObject.orEmpty().mapValues { (_, path) -> path.jsonPrimitive.content },
            )
        }

        private fun flag(json: JsonObject, key: String): Boolean = json[key]?.jsonPrimitive?.boolean ?: false

        private fun count(json: JsonObject, key: String): Long? = json[key]?.jsonPrimitive?.content?.toUInt()?.toLong()
    }
}

private fun text(json: JsonObject, key: String): String = textOrNull(json, key) ?: malformed("there is no $key")

private fun textOrNull(json: JsonObject, key: String): String? = json[key]?.let { value ->
    (value as? JsonPrimitive)?.takeIf { it.isString }?.content ?: malformed("$key: expected text")
}

private fun <T> reading(place: String, read: () -> T): T = try {
    read()
} catch (error: MalformedJourney) {
    malformed("$place: ${error.message}")
} catch (error: DateTimeException) {
    malformed("$place: ${error.message}")
} catch (error: SerializationException) {
    malformed("$place: ${error.message}")
} catch (error: IllegalArgumentException) {
    malformed("$place: ${error.message}")
}
