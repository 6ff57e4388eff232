package io.github.bosoto

import io.github.bosoto.contract.PolicyDocument
import io.github.bosoto.json.canonical
import io.github.bosoto.json.read
import io.github.bosoto.border.Policy as Held

/** The parameters of the rules, checked once and used often. */
public class Policy private constructor(held: Held) : Handle<Held>(held, "Policy") {
    /** Canonical JSON, every parameter named. */
    public fun json(): String = ask { it.json() }

    /** Every parameter. */
    public fun document(): PolicyDocument = read(PolicyDocument.serializer(), json())

    public companion object {
        /** Reads a policy; what is wrong with it is thrown, its pointer the parameter. */
        @JvmStatic
        public fun read(json: String): Policy = across { Policy(Held.read(mended(json))) }

        /** Checks a policy. */
        @JvmStatic
        public fun of(document: PolicyDocument): Policy = read(canonical(PolicyDocument.serializer(), document))
    }
}
