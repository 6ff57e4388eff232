package io.github.bosoto

import io.github.bosoto.contract.LifecycleOf
import io.github.bosoto.contract.Replay
import io.github.bosoto.json.answered
import io.github.bosoto.border.Log as Held

/**
 * The log of a case as it is kept, NDJSON or a JSON array of events. What this version does not know in it is refused
 * when it is asked, with its place; the text is kept whole.
 */
public class Log private constructor(held: Held) : Handle<Held>(held, "Log") {
    /** The name of its lifecycle. */
    public fun lifecycle(): String = use { it.lifecycle() }

    /** The text, as it was given. */
    public fun text(): String = use { it.text() }

    /** What it comes to: state, lines that cannot be used, events without effect. */
    public fun summary(): Replay = answered(Replay.serializer(), use { it.summary() })

    /** The case that it makes. */
    public fun toCase(): Case = Case.holding(use { it.case() })

    /** This log and another of the same case as one; both stay as they are. */
    public fun merge(other: Log): Log = use { one -> other.use { Log(one.merge(it)) } }

    public companion object {
        /** A log of a lifecycle. */
        @JvmStatic
        public fun of(lifecycle: LifecycleOf<*, *>, text: String): Log = of(lifecycle.word, text)

        /** A log of a lifecycle, by its name. */
        @JvmStatic
        public fun of(lifecycle: String, text: String): Log = across { Log(Held.of(mended(lifecycle), mended(text))) }
    }
}
