package app.mingmen.core.journey

import java.math.BigDecimal
import java.math.MathContext
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime
import java.time.format.DateTimeFormatter
import java.util.zip.CRC32
import kotlin.reflect.KClass
import kotlin.reflect.KProperty1
import kotlin.reflect.full.memberProperties
import kotlin.reflect.full.primaryConstructor
import kotlin.reflect.full.superclasses
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.JsonUnquotedLiteral

private val clock = DateTimeFormatter.ofPattern("HH:mm:ss")

/** What a call returned or threw, as journeys write it: see `docs/journeys.md`. */
internal fun encode(value: Any?): JsonElement = when (value) {
    null, is Unit -> JsonNull
    is String -> JsonPrimitive(value)
    is Boolean -> JsonPrimitive(value)
    is Int, is Long, is UByte, is UShort, is UInt, is ULong -> number(value.toString())
    is Float -> number(shortest(value.toDouble()))
    is Instant -> JsonPrimitive(value.toString())
    is LocalDate -> JsonPrimitive(value.toString())
    is LocalTime -> JsonPrimitive(value.format(clock))
    is ByteArray -> JsonPrimitive(fingerprint(value))
    is Enum<*> -> JsonPrimitive(value.name.lowercase())
    is List<*> -> JsonArray(value.map(::encode))
    else -> encodeGenerated(value)
}

// A record is an object; a variant is its name where it holds nothing, and else `{ name: what it holds }`.
private fun encodeGenerated(value: Any): JsonElement {
    val type = value::class
    val isVariant = type.superclasses.any { it.isSealed }
    val fields = JsonObject(fieldsOf(type).associate { snakeCase(it.name) to encode(it.getter.call(value)) })
    if (!isVariant) return fields
    val name = snakeCase(type.simpleName.orEmpty())
    return if (fields.isEmpty()) JsonPrimitive(name) else JsonObject(mapOf(name to fields))
}

private val known = HashMap<KClass<*>, List<KProperty1<out Any, *>>>()

// The constructor names the fields; an exception has more properties than those.
private fun fieldsOf(type: KClass<out Any>): List<KProperty1<out Any, *>> = known.getOrPut(type) {
    if (type.objectInstance != null) return@getOrPut emptyList()
    val parameters = type.primaryConstructor?.parameters.orEmpty().map { it.name }
    type.memberProperties.filter { it.name in parameters }
}

@OptIn(kotlinx.serialization.ExperimentalSerializationApi::class)
internal fun number(digits: String): JsonPrimitive = JsonUnquotedLiteral(digits)

// The fewest digits that name the same double, and one decimal at least: as Rust and Swift write it. The JDK's own
// `toString` had a digit too many at times before JDK 19.
private fun shortest(value: Double): String {
    val exact = BigDecimal(value)
    val digits = (1..17).map { exact.round(MathContext(it)) }.first { it.toDouble() == value }
    return if (digits.stripTrailingZeros().scale() <= 0) digits.setScale(1).toPlainString() else digits.toPlainString()
}

private fun fingerprint(bytes: ByteArray): String {
    val crc = CRC32().apply { update(bytes) }
    return "crc32:%08x/%d".format(crc.value, bytes.size)
}
