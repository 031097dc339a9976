package app.mingmen.core.journey

import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue
import kotlinx.serialization.json.Json
import org.junit.jupiter.api.io.TempDir

class RunnerTest {
    @TempDir
    lateinit var folder: Path

    private fun run(steps: String): List<String> {
        val place = """"zone":"Europe/London","start":"2026-03-02T08:00:00Z","seed":"${"07".repeat(32)}""""
        val journey = Journey.parse("""{"about":"A test.",$place,"steps":[$steps]}""")
        return Runner(journey, folder).use { it.run() }
    }

    private fun differences(expected: String, actual: String) =
        differences(Json.parseToJsonElement(expected), Json.parseToJsonElement(actual))

    @Test
    fun `an object may have more than is expected, a list has just as many items`() {
        assertEquals(emptyList(), differences("""{"a":{"b":1}}""", """{"a":{"b":1,"c":2},"d":3}"""))
        assertEquals(listOf("a: expected 1 items, got 2: [1,2]"), differences("""{"a":[1]}""", """{"a":[1,2]}"""))
        val deep = differences("""{"a":[{},{"b":null}]}""", """{"a":[{},{"b":0}]}""")
        assertEquals(listOf("a[1].b: expected null, got 0"), deep)
        assertEquals(listOf("a: expected \"1\", got 1"), differences("""{"a":"1"}""", """{"a":1}"""))
        assertEquals(listOf("b: expected 1, there is none"), differences("""{"b":1}""", """{"a":1}"""))
    }

    @Test
    fun `a step that goes otherwise than expected ends the journey with its place`() {
        val gate = """{"call":"gate","expect":"not_screened"}"""
        val found = run("""$gate,{"call":"gate","expect":{"open":{}}},{"call":"nothing"}""")
        assertEquals(listOf("step 1, gate: result: expected {\"open\":{}}, got \"not_screened\""), found)
    }

    @Test
    fun `an error that nobody expects ends the journey, and so does a result where an error is expected`() {
        val missing = run("""{"call":"item","args":{"id":"moonwalk"}}""").single()
        assertTrue(missing.startsWith("step 0, item: got the error {\"not_found\""), missing)
        val given = run("""{"call":"gate","expect_error":"closed"}""").single()
        assertEquals("step 0, gate: expected the error \"closed\", got \"not_screened\"", given)
    }

    @Test
    fun `what a step saved fills later arguments and expectations`() {
        val library = """{"call":"library","args":{"filter":{"area":null,"posture":null}}"""
        val save = """$library,"save":{"first":"routines.0.link","second":"routines.1.link.id"}}"""
        val use = """{"call":"item","args":{"id":"${'$'}first.id"},"expect":"${'$'}first"}"""
        assertEquals(emptyList(), run("$save,$use,{\"call\":\"item\",\"args\":{\"id\":\"${'$'}second\"}}"))
    }

    @Test
    fun `time that goes by moves the day on, once for each time`() {
        val day = """{"call":"today","advance":86400000,"times":3,"expect":{"date":"2026-03-05"}}"""
        assertEquals(emptyList(), run(day))
    }

    @Test
    fun `a killed app finds what it kept`() {
        val screening = """{"call":"answer_screening","args":{"ticked":[]}}"""
        assertEquals(emptyList(), run("""$screening,{"kill":true},{"call":"gate","expect":{"open":{}}}"""))
    }

    @Test
    fun `a journey that makes no sense is malformed and says where`() {
        val wrong = mapOf(
            """{"call":"moonwalk"}""" to "step 0, moonwalk: nothing is called moonwalk",
            """{"call":"gate","args":{"id":1}}""" to "step 0, gate: args: there is no argument id",
            """{"call":"item","args":{"id":"${'$'}who"}}""" to "step 0, item: nothing was saved as ${'$'}who",
            """{"call":"gate","save":{"a":"b"}}""" to "step 0, gate: the result has no b to save",
            """{"wait":true},{"call":"gate","kill":true}""" to "step 1: a step has exactly one of call, kill, wait and phone",
            """{"cal":"gate"}""" to "step 0: a step has no cal",
            """{"wait":true,"at":"yesterday"}""" to "step 0: Text 'yesterday' could not be parsed at index 0",
        )
        for ((steps, problem) in wrong) assertEquals(problem, assertFailsWith<MalformedJourney> { run(steps) }.message)
    }
}
