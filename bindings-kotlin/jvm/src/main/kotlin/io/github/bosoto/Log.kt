package io.github.bosoto

import io.github.bosoto.contract.ErrorCode
import io.github.bosoto.contract.LifecycleOf
import io.github.bosoto.contract.Replay
import io.github.bosoto.contract.WireError
import io.github.bosoto.contract.WireException
import io.github.bosoto.json.answered
import io.github.bosoto.json.documents
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.contentOrNull
import io.github.bosoto.border.Log as Held

/**
 * The log of a case as it is kept, NDJSON or a JSON array of events. What this version does not know in it is refused
 * when it is asked, with its place; the text is kept whole.
 */
public class Log private constructor(held: Held) : Handle<Held>(held, "Log") {
    /** The name of its lifecycle. */
    public fun lifecycle(): String = ask { it.lifecycle() }

    /** The text, as it was given. */
    public fun text(): String = ask { it.text() }

    /** What it comes to: state, lines that cannot be used, events without effect. */
    public fun summary(): Replay = answered(Replay.serializer(), ask { it.summary() })

    /** The case that it makes. */
    public fun toCase(): Case = named(this) { Case.holding(ask { it.case() }) }

    /** This log and another of the same case as one; both stay as they are. */
    public fun merge(other: Log): Log = named(this, other) { ask { one -> other.ask { Log(one.merge(it)) } } }

    /** The types of its events that this version does not know. */
    public fun unknown(): List<String> {
        val events = documents(text())
        val broken = summary().broken.filter { isUnknown(it.error) }
        return broken.mapNotNull { events[it.line.toInt()]?.let(::type) }
    }

    private fun <R> named(vararg logs: Log, work: () -> R): R = try {
        work()
    } catch (refused: WireException) {
        throw naming(refused, *logs)
    }

    public companion object {
        /** A log of a lifecycle. */
        @JvmStatic
        public fun of(lifecycle: LifecycleOf<*, *>, text: String): Log = of(lifecycle.word, text)

        /** A log of a lifecycle, by its name. */
        @JvmStatic
        public fun of(lifecycle: String, text: String): Log = across { Log(Held.of(mended(lifecycle), mended(text))) }
    }
}

/** What logs were refused for; whoever is refused for an event of a later version is told its type. */
internal fun naming(refused: WireException, vararg logs: Log): BosotoException {
    val unknown = if (isUnknown(refused.error)) logs.firstNotNullOfOrNull { it.unknown().firstOrNull() } else null
    return unknown?.let { UnknownEventException(it, refused.error) } ?: refused
}

/** Whether it is for the type of an event, and not for that of something in it. */
private fun isUnknown(error: WireError): Boolean = error.code == ErrorCode.UNKNOWN_VALUE && OF_EVENT.matches(error.pointer)

/** The type of an event, where it looks like one. */
private fun type(event: String): String? {
    val type = (Json.parseToJsonElement(event) as? JsonObject)?.get("type") as? JsonPrimitive
    return type?.contentOrNull?.takeIf { TYPE.matches(it) }
}

private val TYPE = Regex("[a-z][a-z0-9_]{0,63}")
private val OF_EVENT = Regex("(/log_[ab])?(/[0-9]+)?/type")
