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
                    NOTICES -> store.transaction { store.put(notice(line)) }
                    else -> throw SerializationException("no kind")
                }
                null
            } catch (unreadable: BosotoException) {
                why(unreadable)
            } catch (_: SerializationException) {
                FOREIGN
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
    private fun judge(line: String) = Cases.read(line, threads = 1).use { it.get(0)?.close() }

    private fun lines(log: String): String = if (log.endsWith("\n")) log else log + "\n"

    private fun notice(line: String): Notice {
        val notice = Json.parseToJsonElement(line) as? JsonObject
        val (id, document) = notice?.text(ID).orEmpty() to notice?.text(DOCUMENT).orEmpty()
        if (id.isEmpty() || Json.parseToJsonElement(document) !is JsonObject) throw SerializationException("no notice")
        return Notice(id, document)
    }

    /**
     * Gives away all logs, and all notices: again each time, since nobody tells whether the last ones have come whole, and whoever has
     * them takes them once. Why some stay here.
     */
    fun give(): List<Text> {
        val all = store.all()
        val unreadable = unreadable(all)
        give(Load(CASES, (all - unreadable).values.toList()), isAll = unreadable.isEmpty())
        if (givesNotices) giveNotices()
        return unreadable.map { Text("${DAMAGED.th} $it", "${DAMAGED.en} $it") }
    }

    private fun giveNotices() {
        val waiting = store.notices()
        val all = store.allNotices().ifEmpty { return }
        give(Load(NOTICES, all.map(::line)), isAll = true)
        store.transaction { waiting.forEach(store::given) }
    }

    /** Where nothing stays here, what was given before of the same kind is in what is given now. */
    private fun give(load: Load, isAll: Boolean) {
        val (parcel, last) = load.packed() to "given ${load.kind}"
        exchange.give(parcel)
        store[last]?.takeIf { isAll && it != parcel.name }?.let(exchange::superseded)
        store.transaction { store[last] = parcel.name }
    }

    /** The cases of which a line was damaged: they stay here, as they are. */
    private fun unreadable(all: Map<String, String>): Set<String> = Cases.read(all.values.joinToString("\n")).use { cases ->
        val summaries = cases.summaries()
        all.keys.filterIndexed { place, _ -> summaries.isError(place) }.toSet()
    }

    private fun line(notice: Notice): String =
        JsonObject(mapOf(ID to JsonPrimitive(notice.id), DOCUMENT to JsonPrimitive(notice.document))).toString()

    private companion object {
        const val CASES = "cases"
        const val NOTICES = "notices"
        const val ID = "id"
        const val DOCUMENT = "notice"

        val OF_LATER = setOf(ErrorCode.UNKNOWN_VALUE, ErrorCode.UNKNOWN_FIELD)
        val BROKEN = Text(
            "แฟ้มที่ได้รับไม่ครบหรือเสียหาย โปรดขอรับใหม่ ข้อมูลในเครื่องไม่เปลี่ยนแปลง",
            "a file that came is incomplete or damaged; ask for it again, nothing on this device was changed",
        )
        val FOREIGN = Text(
            "ในแฟ้มที่ได้รับมีข้อมูลที่แอปพลิเคชันนี้รับเข้าไม่ได้ โปรดสอบถามผู้ส่ง แฟ้มยังเก็บไว้ และเคสอื่นในแฟ้มรับเข้าแล้ว",
            "a file that came has something in it that this application does not take in; ask who sent it: the file is kept, and its other cases were taken in",
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
