package io.github.bosoto.field.work

import io.github.bosoto.Case
import io.github.bosoto.field.form.stored
import io.github.bosoto.field.form.text
import kotlinx.serialization.json.JsonObject

/** Who a case is about, as far as an officer may see it: what is withheld is empty. */
class Person(val name: String, val residence: String, private val tambon: String) {
    /** Whether the residence lies in a tambon or district, by its code. */
    fun livesIn(code: String): Boolean = tambon.startsWith(code)

    /** Without what is a person's. */
    override fun toString(): String = "Person(…)"

    companion object {
        fun of(case: Case, desk: Desk): Person {
            val view = stored(case.view(desk.actor, desk.policy))
            val address = view["residence"] as? JsonObject
            return Person(name(view["person"] as? JsonObject), residence(address, desk), address?.text("tambon").orEmpty())
        }

        private fun name(person: JsonObject?): String =
            listOf("title", "first_name", "last_name").mapNotNull { person?.text(it)?.ifEmpty { null } }.joinToString(" ")

        /** The parts of an address, each after its own title. */
        private fun residence(address: JsonObject?, desk: Desk): String {
            val fields = desk.forms.getValue("relocate").fields.filter { it.path.startsWith("residence/") }
            return fields.mapNotNull { field ->
                address?.text(field.path.removePrefix("residence/"))?.ifEmpty { null }?.let { "${field.title} $it" }
            }.joinToString(" ")
        }
    }
}
