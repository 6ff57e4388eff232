package io.github.bosoto.json

import kotlin.reflect.KClass
import kotlinx.serialization.KSerializer
import kotlinx.serialization.SerializationException
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder
import kotlinx.serialization.json.JsonDecoder
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonEncoder
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject

/** One of several objects: the word that tells it, and where there is a second, its field, its word and how many fields stand before it. */
public class Told<T : Any> internal constructor(
    internal val word: String,
    internal val field: String,
    internal val detail: String,
    internal val before: Int,
    internal val type: KClass<out T>,
    internal val serializer: KSerializer<out T>,
)

/** Objects that are told by two words, of which the second does not stand first. */
public abstract class ByWords<T : Any> internal constructor(
    name: String,
    private val tag: String,
    private val all: List<Told<out T>>,
) : KSerializer<T> {
    override val descriptor: SerialDescriptor = SerialDescriptor("io.github.bosoto.$name", JsonElement.serializer().descriptor)

    override fun deserialize(decoder: Decoder): T {
        val json = decoder as JsonDecoder
        val fields = json.decodeJsonElement().jsonObject
        val told = all.find { it.isOf(fields) } ?: throw SerializationException("an unknown word")
        return json.json.decodeFromJsonElement(told.serializer, JsonObject(fields - tag - told.field))
    }

    private fun Told<*>.isOf(fields: JsonObject): Boolean =
        fields[tag] == JsonPrimitive(word) && (field.isEmpty() || fields[field] == JsonPrimitive(detail))

    override fun serialize(encoder: Encoder, value: T) {
        val json = encoder as JsonEncoder
        val told = all.first { it.type == value::class }
        json.encodeJsonElement(told.written(json, value))
    }

    @Suppress("UNCHECKED_CAST")
    private fun Told<out T>.written(json: JsonEncoder, value: T): JsonObject {
        val own = json.json.encodeToJsonElement(serializer as KSerializer<T>, value).jsonObject.entries.toList()
        val fields = linkedMapOf<String, JsonElement>(tag to JsonPrimitive(word))
        own.take(before).forEach { fields[it.key] = it.value }
        if (field.isNotEmpty()) fields[field] = JsonPrimitive(detail)
        own.drop(before).forEach { fields[it.key] = it.value }
        return JsonObject(fields)
    }
}

/** A list of objects of two kinds, those of the second with a field that tells them. */
public abstract class Split<T, A, B> internal constructor(
    private val field: String,
    private val a: KSerializer<A>,
    private val b: KSerializer<B>,
) : KSerializer<T> {
    override val descriptor: SerialDescriptor = SerialDescriptor("io.github.bosoto.Split", JsonElement.serializer().descriptor)

    internal abstract fun of(first: List<A>, second: List<B>): T
    internal abstract fun first(value: T): List<A>
    internal abstract fun second(value: T): List<B>

    override fun deserialize(decoder: Decoder): T {
        val json = decoder as JsonDecoder
        val (second, first) = json.decodeJsonElement().jsonArray.partition { field in it.jsonObject }
        return of(
            first.map { json.json.decodeFromJsonElement(a, it) },
            second.map { json.json.decodeFromJsonElement(b, it) },
        )
    }

    override fun serialize(encoder: Encoder, value: T) {
        val json = encoder as JsonEncoder
        val all = first(value).map { json.json.encodeToJsonElement(a, it) } + second(value).map { json.json.encodeToJsonElement(b, it) }
        json.encodeJsonElement(kotlinx.serialization.json.JsonArray(all))
    }
}
