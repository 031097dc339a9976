package app.mingmen.core.journey

import app.mingmen.core.MingmenInterface
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.createTempDirectory
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.nameWithoutExtension
import kotlin.io.path.readText
import kotlin.io.path.writeText
import kotlin.reflect.full.declaredFunctions
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory

class JourneysTest {
    private val files = Path.of(System.getProperty("journeys.dir")).listDirectoryEntries("*.json").sorted()
    private val resultsFolder = Path.of(System.getProperty("journeys.results.dir"))

    @TestFactory
    fun `each journey goes as it says`(): List<DynamicTest> = files.map { file ->
        dynamicTest(file.nameWithoutExtension) { assertEquals(emptyList(), run(file), file.toString()) }
    }

    @Test
    fun `there are journeys`() = assertTrue(files.isNotEmpty())

    @Test
    fun `every generated function can be called from a journey`() {
        val generated = MingmenInterface::class.declaredFunctions.map { snakeCase(it.name) }
        assertEquals(emptySet(), generated.toSet() - calls.keys, "functions that no journey can call")
    }

    private fun run(file: Path): List<String> {
        val folder = createTempDirectory("journey")
        try {
            return Runner(Journey.parse(file.readText()), folder).use { runner ->
                runner.run().also { keep(file.nameWithoutExtension, runner) }
            }
        } finally {
            Files.walk(folder).use { found -> found.sorted(Comparator.reverseOrder()).forEach(Files::delete) }
        }
    }

    // One entry a line, so that the results of three languages can be compared by any tool.
    private fun keep(name: String, runner: Runner) {
        val lines = runner.results.joinToString("") { canonical(it) + "\n" }
        resultsFolder.createDirectories().resolve("$name.kotlin.json").writeText(lines)
    }
}
