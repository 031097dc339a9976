package app.mingmen.core.journey

private val hump = Regex("(?<=[a-z0-9])(?=[A-Z])")

/** `atMs` and `StopForSign` as journeys write them: `at_ms`, `stop_for_sign`. */
internal fun snakeCase(name: String): String = name.split(hump).joinToString("_") { it.lowercase() }

/** A journey that is not one: it asks for what does not exist, or not in the way the format says. */
internal class MalformedJourney(problem: String) : Exception(problem)

internal fun malformed(problem: String): Nothing = throw MalformedJourney(problem)
