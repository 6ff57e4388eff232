package io.github.bosoto

import io.github.bosoto.contract.Casework
import io.github.bosoto.contract.CaseworkQuery
import io.github.bosoto.contract.DecisionOf
import io.github.bosoto.contract.EnvelopeOf
import io.github.bosoto.contract.LifecycleOf
import io.github.bosoto.contract.Obligation
import io.github.bosoto.contract.Rows
import io.github.bosoto.contract.WorklistQuery
import io.github.bosoto.contract.Workload
import io.github.bosoto.json.answered
import io.github.bosoto.json.canonical
import java.time.LocalDate
import kotlinx.serialization.builtins.ListSerializer
import io.github.bosoto.border.Cases as Held

/**
 * Many cases that are asked together: one call across the border, whatever their number, by all cores.
 *
 * A `threads` of 0 is all cores. Where the answer is [Lines], the n-th line is that of the n-th case, and the line of a case
 * or command that cannot be used is its error as the contract writes it ([Lines.isError]). Where the answers are [Answer]s,
 * that of such a case throws when its value is asked for, and no other.
 */
public class Cases private constructor(held: Held) : Handle<Held>(held, "Cases") {
    /** How many there are. */
    public fun size(): Int = ask { it.size() }

    /** The case at a place: a call for each. Null beyond the last; the error of one that could not be rebuilt is thrown. */
    public fun get(place: Int): Case? = ask { cases -> cases.get(place)?.let(Case::holding) }

    /** Judges one command for each case; the cases stay as they are. */
    @JvmOverloads
    public fun <D : DecisionOf> decide(envelopes: List<EnvelopeOf<D>>, policy: Policy? = null, threads: Int = 0): List<Answer<D>> {
        val text = StringBuilder(envelopes.size * 256)
        envelopes.forEach { text.append(it.toJson()).append('\n') }
        val lines = decide(text.toString(), Lines(), policy, threads)
        val lifecycle = envelopes.firstOrNull()?.lifecycle ?: return emptyList()
        return lines.read { lifecycle.decision(it) }
    }

    /**
     * The same with the envelopes as one text (NDJSON, or a JSON array), into lines that can be used again: nothing is
     * read before somebody asks.
     */
    @JvmOverloads
    public fun decide(envelopes: String, into: Lines, policy: Policy? = null, threads: Int = 0): Lines =
        decide(bytes(envelopes), into, policy, threads)

    /** The same with the text as it came, in UTF-8. */
    @JvmOverloads
    public fun decide(envelopes: ByteArray, into: Lines, policy: Policy? = null, threads: Int = 0): Lines =
        into.of(ask { cases -> policy.useOr { cases.decide(envelopes, it, threads) } })

    /**
     * Whether each of these commands would be accepted, `{"outcome": …}` a line, without its reasons: less than half the cost of
     * [decide], for whoever looks for the few to ask further.
     */
    @JvmOverloads
    public fun outcomes(envelopes: String, into: Lines, policy: Policy? = null, threads: Int = 0): Lines =
        outcomes(bytes(envelopes), into, policy, threads)

    /** The same with the text as it came, in UTF-8. */
    @JvmOverloads
    public fun outcomes(envelopes: ByteArray, into: Lines, policy: Policy? = null, threads: Int = 0): Lines =
        into.of(ask { cases -> policy.useOr { cases.outcomes(envelopes, it, threads) } })

    /** What is owed on a day in each case, as it was. */
    @JvmOverloads
    public fun obligations(on: LocalDate, policy: Policy? = null, known: LocalDate? = null, threads: Int = 0): List<Answer<List<Obligation>>> {
        val rows = ListSerializer(Obligation.serializer())
        return obligations(on, Lines(), policy, known, threads).read { answered(rows, it) }
    }

    /** The same into lines that can be used again. */
    @JvmOverloads
    public fun obligations(on: LocalDate, into: Lines, policy: Policy? = null, known: LocalDate? = null, threads: Int = 0): Lines =
        into.of(ask { cases -> policy.useOr { cases.obligations(on.toString(), it, known?.toString(), threads) } })

    /** What each log comes to, `{"lifecycle","case_id","state","used"}`. */
    @JvmOverloads
    public fun summaries(into: Lines = Lines(), threads: Int = 0): Lines = into.of(ask { it.summaries(threads) })

    /** The worklist of an officer: its rows, then the errors of cases that could not be rebuilt. */
    @JvmOverloads
    public fun worklist(query: WorklistQuery, policy: Policy? = null, threads: Int = 0): Rows =
        answered(Rows.serializer(), worklistText(query, policy, threads))

    /** The same as canonical JSON. */
    @JvmOverloads
    public fun worklistText(query: WorklistQuery, policy: Policy? = null, threads: Int = 0): String {
        val asked = mended(canonical(WorklistQuery.serializer(), query))
        return ask { cases -> policy.useOr { cases.worklist(asked, it, threads) } }.decodeToString()
    }

    /** The cases that an officer has to work on at an instant, the most urgent first. */
    @JvmOverloads
    public fun casework(query: CaseworkQuery, policy: Policy? = null): List<Casework> {
        val asked = mended(canonical(CaseworkQuery.serializer(), query))
        val answer = ask { cases -> policy.useOr { cases.casework(asked, it) } }
        return answered(ListSerializer(Casework.serializer()), answer)
    }

    /** What each organisation owes on a day in these cases. */
    @JvmOverloads
    public fun workload(on: LocalDate, policy: Policy? = null): List<Workload> {
        val answer = ask { cases -> policy.useOr { cases.workload(on.toString(), it) } }
        return answered(ListSerializer(Workload.serializer()), answer)
    }

    public companion object {
        /** The cases of many logs, `{"lifecycle", "log"}`: NDJSON, one line a case, or a JSON array. */
        @JvmStatic
        @JvmOverloads
        public fun read(logs: String, threads: Int = 0): Cases = across { Cases(Held.read(bytes(logs), threads)) }

        /** The cases of logs of one lifecycle; an empty log is a case that is still to be created. */
        @JvmStatic
        @JvmOverloads
        public fun replay(lifecycle: LifecycleOf<*, *>, logs: List<String>, threads: Int = 0): Cases =
            across { Cases(Held.replay(lifecycle.word, logs.map(::mended), threads)) }

        /** So many cases of a lifecycle that are still to be created, a million at the most. */
        @JvmStatic
        public fun fresh(lifecycle: LifecycleOf<*, *>, count: Int): Cases =
            across { Cases(Held.fresh(lifecycle.word, count)) }
    }
}
