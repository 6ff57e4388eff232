package io.github.bosoto.field.store

import io.github.bosoto.aftercare.Aftercare
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive

/** What a phone keeps: logs, forms that are half filled, notices to be passed on, who is signed in. */
class CaseStore(private val database: Database) {
    init {
        database.transaction {
            TABLES.forEach { database.run(it) }
            if (database.rows("SELECT 1 FROM sqlite_master WHERE name = 'draft'").isNotEmpty()) moveDrafts()
        }
    }

    /** Does all of it, or nothing. */
    fun <R> transaction(work: () -> R): R = database.transaction(work)

    /** The cases. */
    fun ids(): List<String> = database.rows("SELECT DISTINCT case_id FROM event ORDER BY case_id").map { it[0] }

    /** The events of a case, each as the library wrote it. */
    fun events(caseId: String): List<String> =
        database.rows("SELECT line FROM event WHERE case_id = ? ORDER BY place", caseId).map { it[0] }

    /** The log of a case, NDJSON; empty where there is no such case. */
    fun log(caseId: String): String = events(caseId).joinToString("") { it + "\n" }

    /** All cases by their ids, each as the library takes many of them. */
    fun all(): Map<String, String> = database.rows("SELECT case_id, line FROM event ORDER BY case_id, place")
        .groupBy({ it[0] }, { it[1] })
        .mapValues { (_, events) -> """{"lifecycle":"${Aftercare.word}","log":[${events.joinToString(",")}]}""" }

    /** The cases in which a merge may have kept something without effect. */
    fun idsWithVoid(): List<String> =
        database.rows("SELECT DISTINCT case_id FROM event WHERE line LIKE '%\"void\":%' ORDER BY case_id").map { it[0] }

    /** Puts events (NDJSON) after those that the case has. */
    fun append(caseId: String, events: String) = events.lineSequence().filter { it.isNotEmpty() }.forEach { line ->
        database.run("INSERT INTO event SELECT ?1, count(*), ?2 FROM event WHERE case_id = ?1", caseId, line)
    }

    /** Puts a merged log in the place of the one that the case has. */
    fun replace(caseId: String, log: String) {
        database.run("DELETE FROM event WHERE case_id = ?", caseId)
        append(caseId, log)
    }

    /** A form that is half filled; null where none is. */
    fun draft(of: Purpose): Draft? = database.rows("SELECT command_id, answers FROM form WHERE $OF", *of.key)
        .firstOrNull()?.let { (commandId, answers) -> Draft(commandId, answers) }

    /** The forms that the same user has half filled for the same command of the case, whatever they are about. */
    fun begun(like: Purpose): List<Purpose> =
        database.rows("SELECT about FROM form WHERE case_id = ? AND command = ? AND user = ? ORDER BY rowid", like.caseId, like.command, like.user)
            .map { (about) -> like.copy(about = about) }

    /** Keeps a form as it is. */
    fun keep(of: Purpose, draft: Draft) =
        database.run("INSERT OR REPLACE INTO form VALUES (?, ?, ?, ?, ?, ?)", *of.key, draft.commandId, draft.answers)

    /** Forgets a form: it was sent. */
    fun drop(of: Purpose) = database.run("DELETE FROM form WHERE $OF", *of.key)

    /** Keeps a notice to be passed on, once. */
    fun put(notice: Notice) = database.run("INSERT OR IGNORE INTO notice (id, document) VALUES (?, ?)", notice.id, notice.document)

    /** The notices that were not passed on yet. */
    fun notices(): List<Notice> =
        database.rows("SELECT id, document FROM notice WHERE given = 0 ORDER BY rowid").map { (id, document) -> Notice(id, document) }

    /** Those that were passed on too. */
    fun allNotices(): List<Notice> = database.rows("SELECT id, document FROM notice ORDER BY rowid").map { (id, document) -> Notice(id, document) }

    /** A notice was passed on. */
    fun given(notice: Notice) = database.run("UPDATE notice SET given = 1 WHERE id = ?", notice.id)

    /** The officer has read of a conflict and leaves it as it is. */
    fun see(eventId: String) = database.run("INSERT OR IGNORE INTO seen VALUES (?)", eventId)

    /** The conflicts that the officer has read of. */
    fun seen(): Set<String> = database.rows("SELECT event_id FROM seen").map { it[0] }.toSet()

    /** Something that is to be known at the next start. */
    operator fun get(setting: String): String? = database.rows("SELECT value FROM setting WHERE name = ?", setting).firstOrNull()?.get(0)

    /** Keeps it. */
    operator fun set(setting: String, value: String) = database.run("INSERT OR REPLACE INTO setting VALUES (?, ?)", setting, value)

    /** An earlier version kept forms by case and command alone: they are those of whoever is signed in. */
    private fun moveDrafts() {
        val user = Purpose.user(get("role").orEmpty(), get("organisation").orEmpty())
        database.rows("SELECT case_id, command, command_id, answers FROM draft").forEach { (caseId, command, commandId, answers) ->
            keep(Purpose(caseId, command, about(commandId, answers), user), Draft(commandId, answers))
        }
        database.run("DROP TABLE draft")
    }

    private fun about(commandId: String, answers: String): String = when {
        isAnswer(commandId) -> commandId
        else -> (readable(answers)?.get("event_id") as? JsonPrimitive)?.content.orEmpty()
    }

    private fun readable(json: String): JsonObject? = try {
        Json.parseToJsonElement(json) as? JsonObject
    } catch (_: SerializationException) {
        null
    }

    private companion object {
        const val OF = "case_id = ? AND command = ? AND about = ? AND user = ?"
        val TABLES = listOf(
            "CREATE TABLE IF NOT EXISTS event (case_id TEXT NOT NULL, place INTEGER NOT NULL, line TEXT NOT NULL, PRIMARY KEY (case_id, place)) WITHOUT ROWID",
            "CREATE TABLE IF NOT EXISTS form (case_id TEXT NOT NULL, command TEXT NOT NULL, about TEXT NOT NULL, user TEXT NOT NULL, command_id TEXT NOT NULL, answers TEXT NOT NULL, PRIMARY KEY (case_id, command, about, user))",
            "CREATE TABLE IF NOT EXISTS notice (id TEXT PRIMARY KEY, document TEXT NOT NULL, given INTEGER NOT NULL DEFAULT 0)",
            "CREATE TABLE IF NOT EXISTS seen (event_id TEXT PRIMARY KEY)",
            "CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
        )
    }
}

/** What a rule has to be told to others, as JSON; its id is the same whoever passes it on. */
class Notice(val id: String, val document: String)
