package io.github.bosoto.field.work

import io.github.bosoto.contract.Actor
import io.github.bosoto.contract.Lang
import io.github.bosoto.contract.Role
import io.github.bosoto.contract.Text
import io.github.bosoto.field.store.CaseStore

/** Who is signed in on this device, and in which language; kept over a restart. How a user proves it is the system's around it. */
class SignIn(private val store: CaseStore) {
    /** The roles that work with this application. */
    val roles: List<Role> = listOf(Role.FIELD_TEAM, Role.DISTRICT_RECORDER)

    /** Who is signed in; null where nobody is. */
    val actor: Actor?
        get() {
            val role = store[ROLE]?.let(Role::of) ?: return null
            return store[ORGANISATION]?.let { Actor(role, it) }
        }

    /** The language of the screens: Thai first. */
    var lang: Lang
        get() = store[LANG]?.let(Lang::of) ?: Lang.TH
        set(lang) = store.transaction { store[LANG] = lang.word }

    /** Why this code is none of the role's; null where it may be. */
    fun whyNot(role: Role, organisation: String): Text? {
        val digits = code(organisation).takeIf { code -> code.all { it in '0'..'9' } }?.length
        return when (role) {
            Role.FIELD_TEAM -> Words.tambonCode.takeIf { digits != 6 }
            else -> Words.districtCode.takeIf { digits != 4 }
        }
    }

    /** Somebody begins to work. */
    fun enter(role: Role, organisation: String) = store.transaction {
        store[ROLE] = role.word
        store[ORGANISATION] = code(organisation)
    }

    /** With Thai digits as the library has them. */
    private fun code(typed: String): String = typed.trim().map { if (it.isDigit()) it.digitToInt().digitToChar() else it }.joinToString("")

    private companion object {
        const val ROLE = "role"
        const val ORGANISATION = "organisation"
        const val LANG = "lang"
    }
}
