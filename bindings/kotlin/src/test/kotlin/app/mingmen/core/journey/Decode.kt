package app.mingmen.core.journey

import app.mingmen.core.Choices
import app.mingmen.core.Guidance
import app.mingmen.core.usualGuidance
import java.lang.reflect.InvocationTargetException
import java.time.DateTimeException
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime
import kotlin.reflect.KClass
import kotlin.reflect.KParameter
import kotlin.reflect.KType
import kotlin.reflect.full.memberProperties
import kotlin.reflect.full.primaryConstructor
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.booleanOrNull

/** An argument of a journey as the type that a generated function takes; [place] says where it stands. */
internal fun decode(json: JsonElement, type: KType, place: String): Any? {
    val kind = type.classifier as KClass<*>
    return when {
        json is JsonNull -> if (type.isMarkedNullable) null else malformed("$place: null is not a ${kind.simpleName}")
        kind == List::class -> decodeList(json, type, place)
        json is JsonPrimitive -> decodeScalar(json, kind, place)
        json is JsonObject -> decodeObject(json, kind, place)
        else -> malformed("$place: expected a ${kind.simpleName}")
    }
}

private fun decodeList(json: JsonElement, type: KType, place: String): List<Any?> {
    val items = json as? JsonArray ?: malformed("$place: expected a list")
    val itemType = type.arguments.single().type ?: malformed("$place: a list of what?")
    return items.mapIndexed { index, item -> decode(item, itemType, "$place[$index]") }
}

private fun decodeScalar(json: JsonPrimitive, kind: KClass<*>, place: String): Any {
    val text = json.content
    val value: Any? = when {
        kind == Boolean::class -> json.booleanOrNull.takeUnless { json.isString }
        !json.isString -> decodeNumber(text, kind)
        kind == String::class -> text
        kind == Instant::class -> time(place) { Instant.parse(text) }
        kind == LocalDate::class -> time(place) { LocalDate.parse(text) }
        kind == LocalTime::class -> time(place) { LocalTime.parse(text) }
        kind.java.isEnum -> kind.java.enumConstants.find { (it as Enum<*>).name.lowercase() == text }
        kind.isSealed -> variant(kind, text)?.objectInstance
        else -> null
    }
    return value ?: malformed("$place: $json is not a ${kind.simpleName}")
}

private fun decodeNumber(digits: String, kind: KClass<*>): Any? = when (kind) {
    Instant::class -> digits.toLongOrNull()?.let(Instant::ofEpochMilli)
    LocalDate::class -> digits.toLongOrNull()?.let(::nearestDate)
    LocalTime::class -> digits.toLongOrNull()?.let(::nearestTime)
    UByte::class -> digits.toUByteOrNull()
    UShort::class -> digits.toUShortOrNull()
    UInt::class -> digits.toUIntOrNull()
    ULong::class -> digits.toULongOrNull()
    Int::class -> digits.toIntOrNull()
    Long::class -> digits.toLongOrNull()
    else -> null
}

// Whatever the number: what java.time cannot hold becomes the nearest that it can, which the core refuses all the same.
private fun nearestDate(epochDay: Long): LocalDate =
    LocalDate.ofEpochDay(epochDay.coerceIn(LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay()))

private fun nearestTime(second: Long): LocalTime =
    if (second in 0 until SECONDS_OF_A_DAY) LocalTime.ofSecondOfDay(second) else LocalTime.MAX

private const val SECONDS_OF_A_DAY = 86_400

private fun time(place: String, parse: () -> Any): Any = try {
    parse()
} catch (error: DateTimeException) {
    malformed("$place: ${error.message}")
}

private fun decodeObject(json: JsonObject, kind: KClass<*>, place: String): Any {
    if (!kind.isSealed) return construct(json, kind, place)
    val (name, fields) = json.entries.singleOrNull() ?: malformed("$place: a variant has one name")
    val variant = variant(kind, name) ?: malformed("$place: ${kind.simpleName} has no variant $name")
    if (fields !is JsonObject) malformed("$place.$name: expected an object")
    return construct(fields, variant, "$place.$name")
}

private fun variant(kind: KClass<*>, name: String): KClass<*>? =
    kind.sealedSubclasses.find { snakeCase(it.simpleName.orEmpty()) == name }

private fun construct(json: JsonObject, kind: KClass<*>, place: String): Any {
    val constructor = kind.primaryConstructor ?: malformed("$place: ${kind.simpleName} holds nothing")
    val unknown = json.keys - constructor.parameters.map(::jsonName).toSet()
    if (unknown.isNotEmpty()) malformed("$place: ${kind.simpleName} has no field ${unknown.first()}")
    // A field that may be missing may be left out, and one that has a usual value; every other one is written.
    val values = constructor.parameters.associateWith { parameter ->
        val field = jsonName(parameter)
        if (field !in json && hasUsual(kind, parameter)) usual(kind, parameter) else decode(json[field] ?: JsonNull, parameter.type, "$place.$field")
    }
    return try {
        constructor.callBy(values)
    } catch (error: InvocationTargetException) {
        malformed("$place: ${error.targetException.message}")
    }
}

/** Whether the core takes a field that is left out to be what is usual, rather than nothing. */
private fun hasUsual(kind: KClass<*>, parameter: KParameter): Boolean =
    kind == Guidance::class || parameter.type.classifier == Guidance::class && kind == Choices::class

private fun usual(kind: KClass<*>, parameter: KParameter): Any? = when (kind) {
    Guidance::class -> Guidance::class.memberProperties.first { it.name == parameter.name }.get(usualGuidance)
    else -> usualGuidance
}

private fun jsonName(parameter: KParameter): String = snakeCase(parameter.name.orEmpty())
