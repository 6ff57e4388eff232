package io.github.bosoto.field.exchange

import io.github.bosoto.BosotoException
import io.github.bosoto.Cases
import io.github.bosoto.Log
import io.github.bosoto.UnknownEventException
import io.github.bosoto.aftercare.Aftercare
import io.github.bosoto.contract.ErrorCode
import io.github.bosoto.contract.Text
import io.github.bosoto.contract.WireException
import io.github.bosoto.field.form.text
import io.github.bosoto.field.store.CaseStore
import io.github.bosoto.field.store.Notice
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive

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
        return Report(report.changed, report.refused + give())
    }

    /** Takes in what has come. A parcel of which anything is refused stays where it is, whole: taken again, it changes nothing twice. */
    fun takeIn(): Report {
        val changed = mutableSetOf<String>()
        val refused = exchange.waiting().flatMap { parcel ->
            takeIn(parcel, changed).also { if (it.isEmpty()) exchange.taken(parcel) }
        }
        return Report(changed.size, refused.distinct())
    }

    /** Each line for itself, so that what one cannot be read for keeps no other away: why some were refused. */
    private fun takeIn(parcel: Parcel, changed: MutableSet<String>): List<Text> {
        val load = Load.of(parcel) ?: return listOf(BROKEN)
        return load.lines.mapNotNull { line ->
            try {
                when (load.kind) {
                    CASES -> store.transaction { merge(line) }?.let { changed += it }
                    NOTICE -> store.transaction { store.put(notice(line)) }
                    else -> throw SerializationException("no kind")
                }
                null
            } catch (unreadable: BosotoException) {
                why(unreadable)
            } catch (_: SerializationException) {
                BROKEN
            }
        }
    }

    private fun why(unreadable: BosotoException): Text {
        val isLater = unreadable is UnknownEventException || (unreadable as? WireException)?.code in OF_LATER
        return if (isLater) Text("${unreadable.th} ${UPDATE.th}", "${unreadable.en}; ${UPDATE.en}") else Text(unreadable.th, unreadable.en)
    }

    /** Merges the log of a line into the store; its case, where that changed anything. */
    private fun merge(line: String): String? = Log.of(Aftercare, log(line)).use { other ->
        val caseId = other.toCase().use { it.id() } ?: throw SerializationException("no case")
        judge(line)
        val ours = store.log(caseId)
        val merged = Log.of(Aftercare, ours.ifEmpty { other.text() }).use { own -> own.merge(other).use { lines(it.text()) } }
        if (merged == ours) null else caseId.also { store.replace(it, merged) }
    }

    private fun log(line: String): String {
        val case = Json.parseToJsonElement(line) as? JsonObject
        val log = case?.takeIf { it.text("lifecycle") == Aftercare.word }?.get("log") as? JsonArray
        return log?.joinToString("") { "$it\n" } ?: throw SerializationException("no log")
    }

    /** The library reads the line as it came: what stands in it twice is refused. */
    private fun judge(line: String) = Cases.read(line).use { it.get(0)?.close() }

    private fun lines(log: String): String = if (log.endsWith("\n")) log else log + "\n"

    private fun notice(line: String): Notice {
        val notice = Json.parseToJsonElement(line) as? JsonObject
        return Notice(notice?.text(ID).orEmpty(), document(notice?.text(DOCUMENT).orEmpty()))
    }

    /** The document of a notice as it was written, where it is one. */
    private fun document(text: String): String = text.takeIf { Json.parseToJsonElement(it) is JsonObject } ?: throw SerializationException("no notice")

    /** Gives away all logs, and the notices that were not given before: why some stay here. */
    fun give(): List<Text> {
        val all = store.all()
        val unreadable = unreadable(all)
        val cases = Load(CASES, (all - unreadable).values.toList()).packed()
        exchange.give(cases)
        store[GIVEN]?.takeIf { it != cases.name }?.let(exchange::superseded)
        store.transaction { store[GIVEN] = cases.name }
        if (givesNotices) store.notices().forEach(::give)
        return unreadable.map { Text("${DAMAGED.th} $it", "${DAMAGED.en} $it") }
    }

    /** The cases of which a line was damaged: they stay here, as they are. */
    private fun unreadable(all: Map<String, String>): Set<String> = Cases.read(all.values.joinToString("\n")).use { cases ->
        val summaries = cases.summaries()
        all.keys.filterIndexed { place, _ -> summaries.isError(place) }.toSet()
    }

    private fun give(notice: Notice) {
        val line = JsonObject(mapOf(ID to JsonPrimitive(notice.id), DOCUMENT to JsonPrimitive(notice.document)))
        exchange.give(Load(NOTICE, listOf("$line")).packed())
        store.transaction { store.given(notice) }
    }

    private companion object {
        const val CASES = "cases"
        const val NOTICE = "notice"
        const val ID = "id"
        const val DOCUMENT = "notice"

        /** Under this name this device has given all its cases last. */
        const val GIVEN = "given"

        val OF_LATER = setOf(ErrorCode.UNKNOWN_VALUE, ErrorCode.UNKNOWN_FIELD)
        val BROKEN = Text(
            "แฟ้มที่ได้รับไม่ครบหรือเสียหาย โปรดขอรับใหม่ ข้อมูลในเครื่องไม่เปลี่ยนแปลง",
            "a file that came is incomplete or damaged; ask for it again, nothing on this device was changed",
        )
        val UPDATE = Text(
            "โปรดปรับปรุงแอปพลิเคชันในเครื่องนี้แล้วแลกเปลี่ยนข้อมูลอีกครั้ง แฟ้มยังเก็บไว้ และเคสอื่นในแฟ้มรับเข้าแล้ว",
            "update the application on this device and exchange again: the file is kept, and its other cases were taken in",
        )
        val DAMAGED = Text(
            "ข้อมูลของเคสนี้ในเครื่องเสียหาย จึงยังไม่ได้ส่ง โปรดแจ้งผู้ดูแลระบบ รหัสเคส",
            "the data of this case on this device are damaged and were not sent; tell whoever looks after the system. Case",
        )
    }
}

/** What came of it: how many cases changed, and what was refused or stays here, and why. */
class Report(val changed: Int, val refused: List<Text>)
