package io.github.bosoto.field

import io.github.bosoto.aftercare.EscalateHelp
import io.github.bosoto.aftercare.RecordVisit
import io.github.bosoto.aftercare.RequestHelp
import io.github.bosoto.aftercare.VisitResult
import io.github.bosoto.contract.HelpKind
import io.github.bosoto.contract.Text
import io.github.bosoto.field.exchange.Load
import io.github.bosoto.field.exchange.Report
import io.github.bosoto.field.exchange.Sync
import java.io.File
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class SyncTest {
    @TempDir lateinit var folder: File

    @Test
    fun `a kill at any place of a sync leaves every log whole, and the next sync ends it`() {
        val before = folder.resolve("before").also { it.mkdir() }
        val office = Device("office", before, RECORDER, "2026-02-01T09:00")
        listOf("F-1", "F-2").forEach { office.does(it, enrolment(it, "สมชาย", "2026-01-15")) }
        val phone = Device("a", before, RECORDER, "2026-02-02T09:00")
        Sync(office.store, toPhone(before, "a"), givesNotices = false).give()
        Sync(phone.store, toDistrict(before, "a"), givesNotices = true).takeIn()
        phone.does("F-1", RequestHelp("h", HelpKind.HOUSING, "หลังคารั่ว"))
        phone.does("F-1", EscalateHelp("h", "งบประมาณไม่พอ"))
        phone.close()
        office.does("F-2", RecordVisit(LocalDate.parse("2026-02-01"), VisitResult.MET))
        Sync(office.store, toPhone(before, "a"), givesNotices = false).give()
        office.close()

        var place = 0
        while (true) {
            place++
            val here = folder.resolve("at-$place").also { before.copyRecursively(it) }
            val died = dies("sync", here, "a", place)
            Device("a", here, RECORDER, "2026-02-02T10:00").use { again ->
                again.store.ids().forEach { again.desk().ask(it) { case -> assertTrue(case.size() >= 1) } }
                Sync(again.store, toDistrict(here, "a"), givesNotices = true).run()
                assertEquals(5, again.store.ids().sumOf { again.store.events(it).size }, "killed at $place")
                assertEquals(0, File(here, "district-to-a").list()!!.size)
            }
            if (!died) break
        }
        assertTrue(place > 10)
    }

    @Test
    fun `what was cut, damaged, is still being copied or is nothing of ours is refused in words and kept, whatever it is called`() = office().use { office ->
        office.does("F-2", enrolment("F-2", "สมหญิง", "2026-01-15"))
        val whole = Load("cases", office.store.all().values.toList()).packed().bytes().decodeToString()
        val lines = whole.lines()
        val notices = Load("notices", listOf("""{"id":"1","notice":"{\"type\":\"notify\"}"}""")).packed().bytes().decodeToString()
        val bad = mapOf(
            "cases-cut.ndjson" to whole.take(whole.length / 2),
            "cases-cut-at-a-line (1).ndjson" to lines.take(2).joinToString("\n") + "\n",
            "cases-first-line.ndjson" to lines[0] + "\n",
            "cases-without-first-line.ndjson" to lines.drop(1).joinToString("\n"),
            "cases-another-digit.ndjson" to whole.replaceFirst("810101", "810104"),
            "empty" to "",
            "notice-cut" to notices.take(notices.length / 2),
            "notice-junk.txt" to "hello",
            "a-list.json" to "[]",
        ).mapValues { it.value.toByteArray() } + ("cases-no-text.ndjson" to noText(whole))
        bad.forEach { (name, bytes) -> arrives(name, bytes) }
        phone().use { phone ->
            val report = takeIn(phone)
            assertEquals(0, report.changed)
            assertTrue(report.refused.single().th.startsWith("แฟ้มที่ได้รับไม่ครบหรือเสียหาย"), "${report.refused}")
            assertEquals(bad.keys.sorted(), inbox().list()!!.sorted())
            assertEquals(emptyList<String>() to 0, phone.store.ids() to phone.store.notices().size)

            inbox().deleteRecursively()
            arrives("cases (1).ndjson.txt", "\uFEFF${whole.replace("\n", "\r\n")}".toByteArray())
            assertEquals(2 to emptyList<Text>(), takeIn(phone).let { it.changed to it.refused })
            assertEquals(office.store.all(), phone.store.all())
            assertEquals(0, inbox().list()!!.size)
        }
    }

    @Test
    fun `a case of a later version keeps no other away, and comes when the application is new`() = office().use { office ->
        val later = office.store.all().getValue("F-1").replace("\"enrolled\"", "\"enrolled_twice\"").replace("F-1", "F-9")
        val newer = office.store.all().getValue("F-1").replace("\"project\"", "\"of_later\":1,\"project\"").replace("F-1", "F-8")
        toPhone(folder, "a").give(Load("cases", listOf(later, office.store.all().getValue("F-1"), newer)).packed())
        phone().use { phone ->
            repeat(2) { round ->
                val report = takeIn(phone)
                assertEquals(1 - round, report.changed)
                assertEquals(2, report.refused.size)
                assertTrue(report.refused.first().th.contains("enrolled_twice"), report.refused.first().th)
                assertTrue(report.refused.all { "โปรดปรับปรุงแอปพลิเคชัน" in it.th && "update the application" in it.en }, "${report.refused}")
                assertTrue(report.refused.none { "สมชาย" in it.th || "สมชาย" in it.en })
                assertEquals(1, inbox().list()!!.size)
                assertEquals(listOf("F-1"), phone.store.ids())
            }
        }
    }

    @Test
    fun `a log of another lifecycle, and what is there twice, is refused`() = office().use { office ->
        val good = office.store.all().getValue("F-1")
        val bad = listOf(
            good.replace("\"aftercare\"", "\"compulsory\""),
            good.replace("\"project\":", "\"project\":\"ZZ\",\"project\":"),
            good.replace("\"log\":", "\"log\":[],\"log\":"),
        )
        bad.forEach { line -> toPhone(folder, "a").give(Load("cases", listOf(line)).packed()) }
        toPhone(folder, "a").give(Load("photographs", listOf(good)).packed())
        phone().use { phone ->
            val report = takeIn(phone)
            assertEquals(0, report.changed)
            assertTrue(report.refused.isNotEmpty())
            assertEquals(4, inbox().list()!!.size)
            assertEquals(emptyList<String>(), phone.store.ids())
        }
    }

    @Test
    fun `a folder in the inbox is none of ours, and a notice that a file manager has doubled is one`() {
        office().use(::escalates)
        File(inbox(), "System Volume Information").mkdirs()
        File(inbox(), ".nomedia").createNewFile()
        notices().copyTo(File(inbox(), "${notices().name} (1)"))
        phone().use { phone ->
            assertEquals(1 to emptyList<Text>(), takeIn(phone).let { it.changed to it.refused })
            assertTrue("\"help_escalation\"" in phone.store.notices().single().document)
        }
        assertEquals(setOf("System Volume Information", ".nomedia"), inbox().list()!!.toSet())
    }

    @Test
    fun `a notice that did not come whole comes with the next exchange, once`() = office().use { office ->
        escalates(office)
        notices().let { it.writeText(it.readText().dropLast(40)) }
        phone().use { phone ->
            assertEquals(1, takeIn(phone).refused.size)
            assertEquals(0, phone.store.notices().size)
            notices().delete()
            Sync(office.store, toPhone(folder, "a"), givesNotices = true).give()
            assertEquals(0, takeIn(phone).refused.size)
            assertEquals(office.store.allNotices().map { it.id to it.document }, phone.store.notices().map { it.id to it.document })
            phone.store.transaction { phone.store.notices().forEach(phone.store::given) }
            Sync(office.store, toPhone(folder, "a"), givesNotices = true).give()
            takeIn(phone)
            assertEquals(0, phone.store.notices().size)
        }
    }

    @Test
    fun `a case of which a line was damaged stays here and is told, and the others are given`() = office().use { office ->
        office.does("F-9", enrolment("F-9", "สมหญิง", "2026-01-15"))
        val sync = Sync(office.store, toPhone(folder, "a"), givesNotices = false)
        sync.give()
        val whole = inbox().listFiles()!!.single()
        office.store.transaction { office.store.append("F-9", "{\"type\":") }
        val told = sync.give()
        assertTrue(told.single().th.endsWith(" F-9"), "$told")
        assertEquals(2, inbox().list()!!.size, "the last that had the whole case still lies there")
        whole.delete()
        phone().use { phone ->
            assertEquals(1 to emptyList<Text>(), takeIn(phone).let { it.changed to it.refused })
            assertEquals(listOf("F-1"), phone.store.ids())
        }
    }

    @Test
    fun `what was given before and is in what is given now does not lie there any longer, and nothing else is removed`() = office().use { office ->
        File(inbox().also { it.mkdirs() }, "cases-of-another-store.ndjson").writeText("kept")
        val sync = Sync(office.store, toPhone(folder, "a"), givesNotices = false)
        sync.give()
        sync.give()
        assertEquals(2, inbox().list()!!.size)
        office.does("F-1", RequestHelp("h", HelpKind.HOUSING, "หลังคารั่ว"))
        sync.give()
        assertEquals(2, inbox().list()!!.size)
        phone().use { phone ->
            takeIn(phone)
            assertEquals(office.store.all(), phone.store.all())
        }
        assertEquals(listOf("cases-of-another-store.ndjson"), inbox().list()!!.toList())
    }

    private fun office() = Device("office", folder, RECORDER, "2026-02-01T09:00").also { it.does("F-1", enrolment("F-1", "สมชาย", "2026-01-15")) }

    /** The province is told of help that is asked for, and the files lie in the inbox. */
    private fun escalates(office: Device) {
        office.does("F-1", RequestHelp("h", HelpKind.HOUSING, "หลังคารั่ว"))
        office.does("F-1", EscalateHelp("h", "งบประมาณไม่พอ"))
        Sync(office.store, toPhone(folder, "a"), givesNotices = true).give()
        assertEquals(0 to 1, office.store.notices().size to office.store.allNotices().size)
    }

    private fun notices() = inbox().listFiles()!!.first { it.name.startsWith("notices-") }

    private fun phone() = Device("a", folder, TEAM, "2026-02-02T09:00")

    private fun inbox() = File(folder, "district-to-a")

    private fun arrives(name: String, bytes: ByteArray) = File(inbox().also { it.mkdirs() }, name).writeBytes(bytes)

    private fun takeIn(phone: Device): Report = Sync(phone.store, toDistrict(folder, "a"), givesNotices = true).takeIn()

    /** With a byte that no text in UTF-8 has, and that a lenient reader would replace. */
    private fun noText(text: String): ByteArray = text.toByteArray().also { it[text.substringBefore("สมชาย").length] = 0xFF.toByte() }
}
