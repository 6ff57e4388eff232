package io.github.bosoto.scenario

import io.github.bosoto.contract.Calls
import io.github.bosoto.contract.Lifecycle
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** Why something is no scenario, and where. */
internal class NoScenarioException(pointer: String, what: String) : RuntimeException("$pointer: $what")

/** Refuses what is no scenario, so that none holds because it is misspelt and asks nothing. */
internal fun check(scenario: JsonElement) {
    Place(scenario, "").scenario()
}

/** Something in a scenario, and where it stands. */
private class Place(private val value: JsonElement?, private val pointer: String) {
    fun scenario() {
        val parts = if ("merge" in fields()) listOf("merge", "expect") else listOf("steps")
        only(listOf("name", "lifecycle") + parts, listOf("policy"))
        this["name"].text()
        this["lifecycle"].oneOf(Lifecycle.entries.map { it.word })
        if ("policy" in fields()) this["policy"].fields()
        if ("merge" in fields()) merging() else steps()
    }

    private fun merging() {
        val logs = this["merge"]
        logs.only(LOGS)
        LOGS.forEach { logs[it].items() }
        this["expect"].something()
    }

    private fun steps() {
        val steps = this["steps"].items()
        if (steps.isEmpty()) this["steps"].refuse("there is no step; add one")
        steps.forEach { it.step() }
    }

    /** A step does or asks one thing and says what is expected. */
    private fun step() {
        val what = ASKED.keys.firstOrNull { it in fields() } ?: "do"
        only(listOf(what, "expect"))
        val asked = this[what]
        if (what == "do") asked.fields() else asked.question(what)
        val expect = this["expect"]
        when {
            expect.value is JsonObject -> expect.something()
            what == "obligations" -> expect.items().forEach { it.row() }
            what == "flags" -> expect.items()
            else -> expect.fields()
        }
        if (what == "view" && "withheld" in expect.fields()) expect["withheld"].items().forEach { it.text() }
    }

    private fun question(what: String) {
        only(ASKED.getValue(what), if (what == "obligations" || what == "flags") listOf("known") else emptyList())
        fields().keys.forEach { name -> if (name == "actor") this[name].fields() else this[name].text() }
    }

    /** What is expected to be owed, or not to be, can be owed. */
    private fun row() {
        only(emptyList(), OWED_FIELDS + "absent")
        something()
        if ("what" in fields()) this["what"].oneOf(OWED)
    }

    private fun something() {
        if (fields().isEmpty()) refuse("nothing is expected; say what")
    }

    /** Refuses what is no object with these fields. */
    private fun only(needed: List<String>, allowed: List<String> = emptyList()) {
        needed.firstOrNull { it !in fields() }?.let { this[it].refuse("the field is missing; add it") }
        val known = needed + allowed
        fields().keys.firstOrNull { it !in known }?.let { this[it].refuse("no such field; known are ${known.joinToString()}") }
    }

    private fun oneOf(known: List<String>) {
        if (text() !in known) refuse("no such value; known are ${known.joinToString()}")
    }

    private fun fields(): JsonObject = value as? JsonObject ?: refuse("expected an object")

    private fun items(): List<Place> {
        val items = value as? JsonArray ?: refuse("expected an array")
        return items.mapIndexed { place, item -> Place(item, "$pointer/$place") }
    }

    private fun text(): String = (value as? JsonPrimitive)?.takeIf { it.isString }?.content ?: refuse("expected a text")

    private operator fun get(name: String) = Place(fields()[name], "$pointer/${if (NAME.matches(name)) name else "…"}")

    private fun refuse(what: String): Nothing = throw NoScenarioException(pointer, what)

    private companion object {
        private val LOGS = listOf("base", "log_a", "log_b")

        /** What a step does or asks, and what the question needs. */
        private val ASKED = mapOf(
            "do" to emptyList(),
            "actions" to listOf("actor", "at"),
            "obligations" to listOf("on"),
            "flags" to listOf("at"),
            "view" to listOf("actor"),
        )
        private val NAME = Regex("[a-z0-9_]{1,40}")
        private val KNOWN by lazy { parsed(Calls.schema("obligations")).jsonObject.getValue("\$defs").jsonObject }
        private val OWED_FIELDS by lazy { KNOWN.getValue("Obligation").jsonObject.getValue("properties").jsonObject.keys.toList() }
        private val OWED by lazy { KNOWN.getValue("Owed").jsonObject.getValue("enum").jsonArray.map { it.jsonPrimitive.content } }
    }
}
