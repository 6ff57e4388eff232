package io.github.bosoto.field.exchange

import io.github.bosoto.BosotoException
import io.github.bosoto.Log
import io.github.bosoto.aftercare.Aftercare
import io.github.bosoto.contract.Text
import io.github.bosoto.field.store.CaseStore
import io.github.bosoto.field.store.Notice
import java.security.MessageDigest
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonObject

/**
 * Takes in what has come and gives away what there is. Whole logs travel, and a merge of the same logs is the same whenever
 * and however often it is done: whoever is killed in the middle does it again, and needs to remember nothing.
 *
 * @param givesNotices a phone gives its notices to the district, which passes them on to whom they are for
 */
class Sync(private val store: CaseStore, private val exchange: Exchange, private val givesNotices: Boolean) {
    /** Both. */
    fun run(): Report {
        val report = takeIn()
        give()
        return report
    }

    /** Merges what has come; what cannot be read stays where it is, whole. */
    fun takeIn(): Report {
        val refused = mutableListOf<Text>()
        val changed = mutableSetOf<String>()
        for (parcel in exchange.waiting()) {
            try {
                changed += store.transaction { takeIn(parcel) }
                exchange.taken(parcel)
            } catch (unreadable: BosotoException) {
                refused += Text(unreadable.th, unreadable.en)
            } catch (_: SerializationException) {
                refused += BROKEN
            }
        }
        return Report(changed.size, refused)
    }

    /** All of a parcel, or nothing of it: the cases that it changed. */
    private fun takeIn(parcel: Parcel): List<String> {
        if (parcel.name.startsWith(NOTICE)) {
            store.put(Notice(parcel.name.removePrefix(NOTICE), parcel.text))
            return emptyList()
        }
        return parcel.text.lineSequence().filter { it.isNotBlank() }.mapNotNull { merge(logOf(it)) }.toList()
    }

    private fun logOf(line: String): String {
        val log = (Json.parseToJsonElement(line) as? JsonObject)?.get("log") as? JsonArray
        return log?.joinToString("") { "$it\n" } ?: throw SerializationException("no log")
    }

    /** Merges a log into the store; its case, where that changed anything. */
    private fun merge(theirs: String): String? = Log.of(Aftercare, theirs).use { other ->
        val caseId = other.toCase().use { it.id() } ?: throw SerializationException("no case")
        val ours = store.log(caseId)
        val merged = Log.of(Aftercare, ours.ifEmpty { theirs }).use { own -> own.merge(other).use { lines(it.text()) } }
        if (merged == ours) null else caseId.also { store.replace(it, merged) }
    }

    private fun lines(log: String): String = if (log.endsWith("\n")) log else log + "\n"

    /** Gives away all logs, and the notices that were not given before. */
    fun give() {
        val logs = store.all()
        exchange.give(Parcel(CASES + digest(logs) + ".ndjson", logs))
        if (givesNotices) store.notices().forEach(::give)
    }

    private fun give(notice: Notice) {
        exchange.give(Parcel(NOTICE + notice.id, notice.document))
        store.transaction { store.given(notice) }
    }

    private fun digest(text: String): String =
        MessageDigest.getInstance("SHA-256").digest(text.toByteArray()).take(16).joinToString("") { "%02x".format(it) }

    private companion object {
        const val CASES = "cases-"
        const val NOTICE = "notice-"
        val BROKEN = Text(
            "แฟ้มที่ได้รับไม่ครบหรือเสียหาย โปรดขอรับใหม่ ข้อมูลในเครื่องไม่เปลี่ยนแปลง",
            "a file that came is incomplete or damaged; ask for it again, nothing on this device was changed",
        )
    }
}

/** What came of it: how many cases changed, and what could not be read. */
class Report(val changed: Int, val refused: List<Text>)
