package io.github.bosoto.field.form

import io.github.bosoto.aftercare.Aftercare
import io.github.bosoto.contract.Lang
import io.github.bosoto.contract.Lifecycle
import io.github.bosoto.contract.Questions
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** The form of a command: what stands above it, and its fields. It is read from the library's own form. */
class Form(val command: String, val title: String, val fields: List<Field>) {
    /** The field of a place in an envelope, such as `/command/residence/tambon`; of an object the one it needs. Null where the form has none. */
    fun field(pointer: String): Field? {
        val path = pointer.removePrefix("/command/")
        val inside = fields.filter { it.path.startsWith("$path/") }
        return fields.find { path == it.path || path.startsWith(it.path + "/") } ?: inside.find { it.isRequired } ?: inside.firstOrNull()
    }

    companion object {
        /** The forms of all commands, by the command's name. */
        fun all(lang: Lang): Map<String, Form> =
            Questions.forms(Lifecycle.AFTERCARE, lang).map { of(it.jsonObject) }.associateBy { it.command }

        private fun of(form: JsonObject): Form {
            val properties = form.getValue("properties").jsonObject
            val reading = Reading(form["\$defs"] as? JsonObject ?: JsonObject(emptyMap()))
            val fields = reading.fields(form, "", null).filter { it.path != "type" }
            return Form(properties.getValue("type").jsonObject.text("const"), form.text("title"), fields)
        }
    }
}

/** A field: where its answer stands in the command, what it is called, under which heading, and what can be answered. */
class Field(val path: String, val title: String, val group: String?, val kind: Kind, val isRequired: Boolean, val maxLength: Int?)

/** What can be answered. */
sealed interface Kind {
    /** Any text. */
    data object Words : Kind

    /** A day. */
    data object Day : Kind

    /** One of these. */
    class One(val options: List<Option>) : Kind

    /** Some of these. */
    class Several(val options: List<Option>) : Kind
}

/** What can be chosen: the word that is sent, and what it is called. */
class Option(val word: String, val title: String)

/** Reads the fields of a form, those of an object inside it too. */
private class Reading(private val definitions: JsonObject) {
    fun fields(shape: JsonObject, before: String, group: String?): List<Field> {
        val required = (shape["required"] as? JsonArray).orEmpty().map { it.jsonPrimitive.content }.toSet()
        return shape.getValue("properties").jsonObject.flatMap { (name, property) ->
            fields(property.jsonObject, before + name, group, name in required)
        }
    }

    private fun fields(property: JsonObject, path: String, group: String?, isRequired: Boolean): List<Field> {
        val shape = resolved(property)
        val title = property.text("title")
        if ("properties" in shape) return fields(shape, "$path/", title)
        return listOf(Field(path, title, group, kind(property, shape), isRequired, (property["maxLength"] as? JsonPrimitive)?.int))
    }

    private fun kind(property: JsonObject, shape: JsonObject): Kind = when {
        "oneOf" in shape -> Kind.One(options(shape))
        "items" in property -> Kind.Several(options(resolved(property.getValue("items").jsonObject)))
        property.text("format") == "date" -> Kind.Day
        else -> Kind.Words
    }

    private fun options(shape: JsonObject): List<Option> =
        shape.getValue("oneOf").jsonArray.map { Option(it.jsonObject.text("const"), it.jsonObject.text("title")) }

    private fun resolved(property: JsonObject): JsonObject {
        val reference = property["\$ref"] ?: property["allOf"]?.jsonArray?.firstOrNull()?.jsonObject?.get("\$ref") ?: return property
        return definitions.getValue(reference.jsonPrimitive.content.substringAfterLast('/')).jsonObject
    }
}

/** An object that was stored; what cannot be read is told without what is in it. */
internal fun stored(json: String): JsonObject = try {
    Json.parseToJsonElement(json).jsonObject
} catch (_: SerializationException) {
    error("a stored document cannot be read")
}

internal fun JsonObject.text(name: String): String = (this[name] as? JsonPrimitive)?.content.orEmpty()
