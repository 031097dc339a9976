package app.mingmen.core.journey

import app.mingmen.core.Mingmen
import app.mingmen.core.MingmenException
import app.mingmen.core.Now
import app.mingmen.core.OpenOptions
import java.nio.file.Path
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive

/** A phone that has been on for a while. */
private const val MONOTONIC_START_MS = 1_000_000L

/** Lives through one journey, step by step, against a fresh store in [folder], by the generated functions. */
internal class Runner(private val journey: Journey, private val folder: Path) : AutoCloseable {
    private var now = Now(journey.start, journey.zone)
    private var monotonicMs = MONOTONIC_START_MS
    private val seed = journey.seed.copyOf()
    private val saved = Saved()
    private var phone = "mingmen"
    private val entries = mutableListOf<JsonObject>()
    private var mingmen = open()

    /** What each step gave, in order, whether or not it was expected. */
    val results: List<JsonObject> get() = entries

    /** Runs up to the first step that does not go as expected; says how it differs, or nothing where all is well. */
    fun run(): List<String> {
        journey.steps.forEachIndexed { index, step ->
            val place = listOfNotNull("step $index", step.call).joinToString(", ")
            val found = try {
                take(index, step)
            } catch (error: MalformedJourney) {
                malformed("$place: ${error.message}")
            }
            if (found.isNotEmpty()) return found.map { "$place: $it" }
        }
        return emptyList()
    }

    override fun close() = mingmen.close()

    private fun take(index: Int, step: Step): List<String> {
        now = Now(step.at ?: now.instant, step.zone ?: now.zone)
        monotonicMs += step.advanceMonotonicMs
        return try {
            val result = repeated(step)
            entries += entry(index, step, "result", result)
            step.save.forEach { (name, path) -> saved.keep(name, path, result) }
            judgeResult(step, result)
        } catch (error: MingmenException) {
            entries += entry(index, step, "error", encode(error))
            judgeError(step, encode(error))
        }
    }

    private fun repeated(step: Step): JsonElement {
        var result: JsonElement = JsonNull
        repeat(step.times) {
            now = Now(now.instant.plusMillis(step.advanceMs), now.zone)
            monotonicMs += step.advanceMs
            if (step.kill) reopen()
            step.phone?.let(::takePhone)
            if (step.call != null) result = call(step.call, step.args)
        }
        return result
    }

    private fun call(name: String, args: Map<String, JsonElement>): JsonElement {
        val call = calls[name] ?: malformed("nothing is called $name")
        val arguments = Arguments(args.mapValues { (_, value) -> saved.fill(value) }, now, monotonicMs.toULong(), folder)
        try {
            return encode(mingmen.call(arguments))
        } finally {
            arguments.refuseRest()
        }
    }

    private fun judgeResult(step: Step, result: JsonElement): List<String> {
        val error = step.expectError
        if (error != null) return listOf("expected the error ${canonical(error)}, got ${canonical(result)}")
        return step.expect?.let { differences(saved.fill(it), result) }.orEmpty()
    }

    private fun judgeError(step: Step, error: JsonElement): List<String> {
        val expected = step.expectError ?: return listOf("got the error ${canonical(error)}")
        return differences(saved.fill(expected), error)
    }

    // Nothing says goodbye to the core: its object is let go of, as when the system kills the app.
    private fun reopen() {
        mingmen.close()
        seed[seed.lastIndex]++
        mingmen = open()
    }

    /** The person takes another phone in hand, whose app is not open. */
    private fun takePhone(name: String) {
        phone = name
        reopen()
    }

    private fun open(): Mingmen {
        val path = folder.resolve("$phone.db").toString()
        return Mingmen(OpenOptions(path, seed.copyOf(), journey.locale, journey.country), now)
    }

    private fun entry(index: Int, step: Step, outcome: String, json: JsonElement) =
        JsonObject(mapOf("step" to number("$index"), "call" to JsonPrimitive(step.call), outcome to json))
}
