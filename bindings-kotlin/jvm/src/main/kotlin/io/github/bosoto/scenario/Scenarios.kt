package io.github.bosoto.scenario

import io.github.bosoto.contract.Calls
import io.github.bosoto.contract.DETAILS
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** What was expected and what was found instead. */
internal class DifferenceException(difference: String) : RuntimeException(difference)

/** The scenario files of the conformance suite: the same files as in every other language, by the JSON calls. */
public object Scenarios {
    /** The scenarios of a file's text, one or an array of them, each as it is written. */
    @JvmStatic
    public fun of(text: String): List<String> {
        val text = text.removePrefix("\uFEFF").trim()
        Json.parseToJsonElement(text)
        return if (text.startsWith("[")) elements(text) else listOf(text)
    }

    /** The name of a scenario. */
    @JvmStatic
    public fun name(scenario: String): String = fields(scenario)["name"]?.let(::words) ?: "?"

    /** Why a text is no scenario, with the place: it lacks something, or has what no scenario has. Null where it is one. */
    @JvmStatic
    public fun problem(scenario: String): String? = try {
        check(parsed(scenario))
        null
    } catch (none: NoScenarioException) {
        none.message
    }

    /** The first difference of each step that does not hold; none if all hold. What is no scenario does not. */
    @JvmStatic
    public fun run(scenario: String): List<String> = problem(scenario)?.let(::listOf) ?: differences(scenario)

    /** The same of what is known to be a scenario. */
    internal fun differences(scenario: String): List<String> = try {
        val fields = fields(scenario)
        val runner = Runner(words(fields.needed("lifecycle")), fields["policy"])
        val steps = if ("merge" in fields) listOf("merge" to fields) else steps(fields.needed("steps"))
        steps.mapNotNull { (name, step) -> runner.difference(step)?.let { "$name: $it" } }
    } catch (difference: DifferenceException) {
        listOf(difference.message.orEmpty())
    }

    private fun steps(steps: String): List<Pair<String, Map<String, String>>> =
        elements(steps).mapIndexed { index, step -> "step $index" to fields(step) }
}

/** A case as the steps make it. Documents that are sent stay as they are written. */
private class Runner(private val lifecycle: String, private val policy: String?) {
    private var log: String? = null

    fun difference(step: Map<String, String>): String? = try {
        same(answer(step), parsed(step.needed("expect")), "")
        null
    } catch (difference: DifferenceException) {
        difference.message
    }

    private fun answer(step: Map<String, String>): JsonElement {
        val expect = parsed(step.needed("expect"))
        step["do"]?.let { return act(it) }
        step["merge"]?.let { return merge(fields(it)) }
        step["actions"]?.let { return actions(fields(it)) }
        step["obligations"]?.let { return obligations(fields(it), expect) }
        step["flags"]?.let { return flags(fields(it)) }
        step["view"]?.let { return view(fields(it), expect) }
        throw DifferenceException("neither a command nor a question")
    }

    private fun act(envelope: String): JsonElement {
        val answer = parsed(Calls.decide(lifecycle, log, envelope, policy)).jsonObject
        if (answer["outcome"] == JsonPrimitive("accepted") && answer["repeated"] != JsonPrimitive(true)) {
            val events = answer.getValue("events").jsonArray
            log = log.orEmpty() + events.joinToString("") { "$it\n" }
        }
        return summary(answer)
    }

    private fun actions(question: Map<String, String>): JsonElement {
        val found = parsed(Calls.actions(lifecycle, log, question.needed("actor"), words(question.needed("at")), policy))
        if (found !is JsonArray) return found
        return JsonObject(found.associateBy { it.jsonObject.getValue("action").jsonPrimitive.content })
    }

    private fun obligations(question: Map<String, String>, expect: JsonElement): JsonElement {
        val known = question["known"]?.let(::words)
        val rows = parsed(Calls.obligations(lifecycle, log.orEmpty(), words(question.needed("on")), policy, known))
        return if (rows is JsonArray && expect is JsonArray) contained(rows, expect) else rows
    }

    private fun flags(question: Map<String, String>): JsonElement {
        val known = question["known"]?.let(::words)
        return parsed(Calls.flags(lifecycle, log.orEmpty(), words(question.needed("at")), policy, known))
    }

    private fun view(question: Map<String, String>, expect: JsonElement): JsonElement {
        val view = parsed(Calls.view(lifecycle, log.orEmpty(), question.needed("actor"), policy)).jsonObject
        val withheld = view["withheld"]?.jsonArray ?: return view
        val pointers = JsonArray(withheld.map { it.jsonObject.getValue("pointer") })
        val wanted = (expect as? JsonObject)?.get("withheld") as? JsonArray
        val named = if (!wanted.isNullOrEmpty() && pointers.containsAll(wanted)) wanted else pointers
        return JsonObject(view + ("withheld" to named))
    }

    /** The base is decided first, each log on top of it, then the two logs are merged. */
    private fun merge(logs: Map<String, String>): JsonElement {
        actAll(logs, "base")
        val base = log
        val (a, b) = listOf("log_a", "log_b").map { name ->
            log = base
            actAll(logs, name)
            log.orEmpty()
        }
        val merged = parsed(Calls.merge(lifecycle, a, b)).jsonObject
        if ("error" in merged) return merged
        val conflicts = merged.getValue("conflicts").jsonArray.map { it.jsonObject }.map { conflict ->
            val event = conflict.getValue("event_id").jsonPrimitive.content
            JsonObject(conflict + ("command_id" to JsonPrimitive(event.substringBeforeLast('#'))))
        }
        val order = merged.getValue("log").jsonArray.map { it.jsonObject["command_id"] ?: JsonNull }
        val state = merged["state"] ?: JsonNull
        return JsonObject(mapOf("state" to state, "order" to JsonArray(order), "conflicts" to JsonArray(conflicts)))
    }

    private fun actAll(logs: Map<String, String>, name: String) {
        val accepted = JsonObject(mapOf("outcome" to JsonPrimitive("accepted")))
        elements(logs.needed(name)).forEachIndexed { index, envelope -> same(act(envelope), accepted, "$name/$index") }
    }
}

internal fun parsed(json: String): JsonElement = Json.parseToJsonElement(json)

/** What a JSON text says; of anything else its JSON. */
private fun words(json: String): String = (parsed(json) as? JsonPrimitive)?.contentOrNull ?: json

private fun Map<String, String>.needed(name: String): String = this[name] ?: throw DifferenceException("no `$name`")

/** A decision as scenario files name its parts. */
private fun summary(answer: JsonObject): JsonObject = JsonObject(answer.mapValues { (name, value) ->
    when (name) {
        "events" -> named(value) { it["type"] }
        "warnings" -> named(value) { it["rule"] }
        "effects" -> named(value, ::effect)
        else -> value
    }
})

private fun named(list: JsonElement, name: (JsonObject) -> JsonElement?): JsonElement =
    JsonArray(list.jsonArray.map { name(it.jsonObject) ?: JsonNull })

private fun effect(effect: JsonObject): JsonElement {
    val type = effect.getValue("type").jsonPrimitive.content
    val detail = DETAILS[type]?.let { effect[it]?.jsonPrimitive?.content }
    return JsonPrimitive(if (detail == null) type else "$type:$detail")
}

/** Every field named is the same; lists are compared whole. */
private fun same(actual: JsonElement?, expect: JsonElement, place: String) {
    if (expect is JsonObject && actual is JsonObject) {
        expect.forEach { (name, wanted) -> same(actual[name], wanted, "$place/$name") }
    } else if (expect is JsonArray && actual is JsonArray && expect.size == actual.size) {
        expect.forEachIndexed { index, wanted -> same(actual[index], wanted, "$place/$index") }
    } else if ((actual ?: JsonNull) != expect) {
        throw DifferenceException("$place: expected $expect, found ${actual ?: JsonNull}")
    }
}

/** `expect` itself where every row named is there and none that is `absent`. */
private fun contained(rows: JsonArray, expect: JsonArray): JsonArray {
    for (wanted in expect.map { it.jsonObject }) {
        val row = JsonObject(wanted - "absent")
        val isFound = rows.any { matches(it, row) }
        if (isFound == (wanted["absent"] == JsonPrimitive(true))) {
            throw DifferenceException("${if (isFound) "a row" else "no row"} $row in $rows")
        }
    }
    return expect
}

private fun matches(actual: JsonElement, expect: JsonElement): Boolean = try {
    same(actual, expect, "")
    true
} catch (_: DifferenceException) {
    false
}
