package io.github.bosoto.json

import io.github.bosoto.Log
import io.github.bosoto.UnreadableException
import io.github.bosoto.contract.DataException
import io.github.bosoto.contract.DataProblem
import io.github.bosoto.contract.ErrorDocument
import io.github.bosoto.contract.WireException
import kotlinx.serialization.DeserializationStrategy
import kotlinx.serialization.KSerializer
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive

/** Canonical JSON: the fields in the order of their types, what is absent left out. Fields of a later version are passed over. */
private val canonical = Json {
    encodeDefaults = false
    explicitNulls = false
    ignoreUnknownKeys = true
}

/** The same, of what is kept: fields of a later version are refused, since they would be lost. */
private val strict = Json(canonical) { ignoreUnknownKeys = false }

internal fun <T> canonical(serializer: KSerializer<T>, value: T): String = canonical.encodeToString(serializer, value)

/** A document; what it cannot be read as says nothing of what is in it. */
internal fun <T> read(serializer: DeserializationStrategy<T>, json: String): T = read(canonical, serializer, json)

private fun <T> read(format: Json, serializer: DeserializationStrategy<T>, json: String): T = try {
    format.decodeFromString(serializer, json)
} catch (_: SerializationException) {
    throw unreadable(serializer)
} catch (_: IllegalArgumentException) {
    throw unreadable(serializer)
} catch (_: java.time.DateTimeException) {
    throw unreadable(serializer)
}

private fun unreadable(serializer: DeserializationStrategy<*>): UnreadableException {
    val name = serializer.descriptor.serialName.removeSuffix("?").substringAfterLast('.')
    return UnreadableException(if (name == "ArrayList") "List" else name)
}

/** A document that somebody else may have written, as its type reads it: the core has judged it. */
internal fun judged(lifecycle: String, envelope: String): String {
    val answer = io.github.bosoto.asked("decide", lifecycle, "", envelope)
    if (answer.startsWith(ERROR)) throw error(answer)
    return envelope.removePrefix("\uFEFF")
}

/** The answer of a call; an error of the contract is thrown. */
internal fun <T> answered(serializer: DeserializationStrategy<T>, json: String): T {
    if (json.startsWith(ERROR)) throw error(json)
    return read(serializer, json)
}

/** The exception for the contract's `{"error": …}`. */
internal fun error(json: String): RuntimeException = try {
    WireException(canonical.decodeFromString(ErrorDocument.serializer(), json).error)
} catch (_: SerializationException) {
    DataException(read(DataProblem.serializer(), json).error)
}

internal const val ERROR: String = "{\"error\":"

/** The events of a log, with all that they hold; what is of a later version is refused as the core refuses it. */
internal fun <E> eventsOf(lifecycle: String, serializer: KSerializer<E>, log: String): List<E> = try {
    documents(log).values.map { read(strict, serializer, it) }
} catch (unreadable: UnreadableException) {
    Log.of(lifecycle, log).use { it.toCase().close() }
    throw unreadable
}

/** The documents of a text by their places, as the core counts them: NDJSON, or a JSON array. */
internal fun documents(text: String): Map<Int, String> {
    val text = text.removePrefix("\uFEFF")
    val documents = if (text.trimStart().startsWith("[")) {
        read(kotlinx.serialization.builtins.ListSerializer(JsonElement.serializer()), text).map { it.toString() }
    } else {
        text.split('\n')
    }
    return documents.withIndex().filter { it.value.isNotBlank() }.associate { it.index + 1 to it.value }
}

/** The cells of a row; null is an empty one. */
internal fun cells(row: Map<String, String?>): String =
    JsonObject(row.mapValues { (_, cell) -> JsonPrimitive(cell.orEmpty()) }).toString()
