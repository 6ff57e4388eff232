package io.github.bosoto

import io.github.bosoto.contract.Action
import io.github.bosoto.contract.Actor
import io.github.bosoto.contract.DecisionOf
import io.github.bosoto.contract.EnvelopeOf
import io.github.bosoto.contract.Flag
import io.github.bosoto.contract.LifecycleOf
import io.github.bosoto.contract.Obligation
import io.github.bosoto.contract.WireException
import io.github.bosoto.json.At
import io.github.bosoto.json.answered
import io.github.bosoto.json.canonical
import java.time.LocalDate
import java.time.OffsetDateTime
import kotlinx.serialization.builtins.ListSerializer
import io.github.bosoto.border.Case as Held

/**
 * A case, from before it is created on: it grows by [act]. Its log is the only thing worth storing.
 *
 * Every method is one call across the border (10 to 50 microseconds on a small server): whoever asks many cases asks
 * [Cases].
 */
public class Case private constructor(held: Held) : Handle<Held>(held, "Case") {
    /** The name of its lifecycle. */
    public fun lifecycle(): String = ask { it.lifecycle() }

    /** Its id; null before it is created. */
    public fun id(): String? = ask { it.id() }

    /** Its state, as the enum `State` of its lifecycle has it; null before it is created. */
    public fun state(): String? = ask { it.state() }

    /** The number of its events. */
    public fun size(): Int = ask { it.size() }

    /** The log as NDJSON. */
    public fun log(): String = ask { it.log() }

    /** The same case to go on with apart. */
    public fun copy(): Case = ask { Case(it.copy()) }

    /** Judges a command; the case stays as it is. */
    @JvmOverloads
    public fun <D : DecisionOf> decide(envelope: EnvelopeOf<D>, policy: Policy? = null): D =
        envelope.lifecycle.decision(decide(envelope.toJson(), policy))

    /** Judges a command given as JSON. */
    @JvmOverloads
    public fun decide(envelope: String, policy: Policy? = null): String =
        ask { case -> policy.useOr { case.decide(mended(envelope), it) } }

    /** Judges a command, and does it where it is accepted: in one step, whatever other threads do. */
    @JvmOverloads
    public fun <D : DecisionOf> act(envelope: EnvelopeOf<D>, policy: Policy? = null): D =
        envelope.lifecycle.decision(act(envelope.toJson(), policy))

    /** The same of a command given as JSON. */
    @JvmOverloads
    public fun act(envelope: String, policy: Policy? = null): String =
        ask { case -> policy.useOr { case.act(mended(envelope), it) } }

    /** Every command as an actor finds it at an instant. */
    @JvmOverloads
    public fun actions(by: Actor, at: OffsetDateTime, policy: Policy? = null): List<Action> {
        val (actor, instant) = mended(canonical(Actor.serializer(), by)) to At.text(at)
        val answer = ask { case -> policy.useOr { case.actions(actor, instant, it) } }
        return answered(ListSerializer(Action.serializer()), answer)
    }

    /** What is owed on a day, of the case as it was; with [known], by what had been received by the end of that day. */
    @JvmOverloads
    public fun obligations(on: LocalDate, policy: Policy? = null, known: LocalDate? = null): List<Obligation> {
        val answer = ask { case -> policy.useOr { case.obligations(on.toString(), it, known?.toString()) } }
        return answered(ListSerializer(Obligation.serializer()), answer)
    }

    /** What of it can be done on that day: due or overdue. */
    @JvmOverloads
    public fun due(on: LocalDate, policy: Policy? = null, known: LocalDate? = null): List<Obligation> {
        val answer = ask { case -> policy.useOr { case.due(on.toString(), it, known?.toString()) } }
        return answered(ListSerializer(Obligation.serializer()), answer)
    }

    /** What is flagged at an instant, of the case as it was. */
    @JvmOverloads
    public fun flags(at: OffsetDateTime, policy: Policy? = null, known: LocalDate? = null): List<Flag> {
        val answer = ask { case -> policy.useOr { case.flags(At.text(at), it, known?.toString()) } }
        return answered(ListSerializer(Flag.serializer()), answer)
    }

    /** What an actor sees, as JSON: the case without what the actor has no duty to see, and what was withheld. */
    @JvmOverloads
    public fun view(by: Actor, policy: Policy? = null): String {
        val actor = mended(canonical(Actor.serializer(), by))
        return ask { case -> policy.useOr { case.view(actor, it) } }
    }

    /** The case as it was on a day; one that is still to be created, where it was not yet there. */
    @JvmOverloads
    public fun asOf(on: LocalDate, known: LocalDate? = null): Case =
        ask { Case(it.asOf(on.toString(), known?.toString())) }

    public companion object {
        /** A case of a lifecycle that is still to be created, by its first command. */
        @JvmStatic
        public fun fresh(lifecycle: LifecycleOf<*, *>): Case = across { Case(Held.fresh(lifecycle.word)) }

        /** The case of a log: NDJSON, or a JSON array of events. Throws [UnknownEventException] for an event of a later version. */
        @JvmStatic
        public fun replay(lifecycle: LifecycleOf<*, *>, log: String): Case = replay(lifecycle.word, log)

        /** The case of a log, its lifecycle by its name. */
        @JvmStatic
        public fun replay(lifecycle: String, log: String): Case = try {
            across { Case(Held.replay(mended(lifecycle), mended(log))) }
        } catch (refused: WireException) {
            throw Log.of(lifecycle, log).use { naming(refused, it) }
        }

        internal fun holding(held: Held): Case = Case(held)
    }
}
