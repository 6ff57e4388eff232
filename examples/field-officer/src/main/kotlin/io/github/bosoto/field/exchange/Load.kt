package io.github.bosoto.field.exchange

import io.github.bosoto.field.form.text
import java.io.IOException
import java.security.MessageDigest
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive

/**
 * What a parcel holds: lines of one kind. Its first line says which, and the SHA-256 of the others: what was cut, damaged or is
 * still being copied is told from what is whole, whatever the file is called. A BOM and line ends, which mail changes, do not count.
 */
class Load(val kind: String, val lines: List<String>) {
    /** As a parcel; the same makes the same. */
    fun packed(): Parcel {
        val digest = digest(lines)
        val head = JsonObject(mapOf(KIND to JsonPrimitive(kind), DIGEST to JsonPrimitive(digest)))
        val text = (listOf("$head") + lines).joinToString("") { it + "\n" }
        return Parcel("$kind-${digest.take(32)}.ndjson") { text.toByteArray() }
    }

    /** Without what is a person's. */
    override fun toString(): String = "Load($kind, ${lines.size})"

    companion object {
        private const val KIND = "parcel"
        private const val DIGEST = "sha256"

        /** What is in a parcel; null where it is not whole, or none of ours. */
        fun of(parcel: Parcel): Load? = try {
            val lines = text(parcel).lineSequence().filter { it.isNotBlank() }.toList()
            val head = lines.firstOrNull()?.let { Json.parseToJsonElement(it) as? JsonObject }
            head?.let { Load(it.text(KIND), lines.drop(1)) }?.takeIf { digest(it.lines) == head.text(DIGEST) }
        } catch (_: IOException) {
            null
        } catch (_: SerializationException) {
            null
        }

        /** What is no UTF-8 is refused, and not mended. */
        private fun text(parcel: Parcel): String = parcel.bytes().decodeToString(throwOnInvalidSequence = true).removePrefix("\uFEFF")

        private fun digest(lines: List<String>): String {
            val digest = MessageDigest.getInstance("SHA-256")
            lines.forEach { digest.update((it + "\n").toByteArray()) }
            return digest.digest().joinToString("") { "%02x".format(it) }
        }
    }
}
