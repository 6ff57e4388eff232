package io.github.bosoto.field

import io.github.bosoto.aftercare.RecordVisit
import io.github.bosoto.aftercare.RequestHelp
import io.github.bosoto.aftercare.VisitResult
import io.github.bosoto.contract.Actor
import io.github.bosoto.contract.HelpKind
import io.github.bosoto.contract.Lang
import io.github.bosoto.field.form.Answers
import io.github.bosoto.field.form.Form
import io.github.bosoto.field.form.Kind
import io.github.bosoto.field.store.answerTo
import io.github.bosoto.field.work.CaseScreen
import io.github.bosoto.field.work.Desk
import io.github.bosoto.field.work.Entry
import io.github.bosoto.field.work.FormScreen
import java.io.File
import java.time.Duration
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class FormTest {
    @TempDir lateinit var folder: File

    @BeforeEach
    fun `a person is followed`() = Device("office", folder, RECORDER, "2026-01-20T09:00").use { it.does("F-1", enrolment("F-1", "สมชาย", "2026-01-15")) }.let {}

    private fun phone(at: String = "2026-02-03T10:00") = Device("office", folder, TEAM, at)

    @Test
    fun `its fields are those of the library's form, with titles in the language of the screen`() {
        val thai = Form.all(Lang.TH).getValue("record_visit")
        assertEquals("บันทึกการติดตาม", thai.title)
        assertEquals(listOf("occurred_on", "result", "died_on", "needs", "evidence", "note"), thai.fields.map { it.path })
        val result = thai.fields.first { it.path == "result" }
        assertEquals("พบตัว", (result.kind as Kind.One).options.first().title)
        assertTrue(result.isRequired)
        val move = Form.all(Lang.EN).getValue("relocate")
        assertEquals(listOf("on", "residence/house_no", "residence/moo", "residence/tambon", "residence/postal_code"), move.fields.map { it.path })
        assertEquals("new residence", move.fields.last().group)
    }

    @Test
    fun `a refusal stands beside its field, in words and with its rule`() = phone().use { phone ->
        val form = FormScreen(phone.desk(), "F-1", "record_visit")
        form.fill("occurred_on" to "10/2/2569", "result" to "met", "died_on" to "1/2/69")
        assertNull(form.send())
        assertEquals(setOf("occurred_on", "died_on"), form.problems.keys)
        assertTrue(form.problems.getValue("occurred_on").endsWith("(AC-04)"))
        assertEquals(emptyList<String>(), form.refusals)
    }

    @Test
    fun `what is missing or no date is told beside its field too`() = phone().use { phone ->
        val form = FormScreen(phone.desk(), "F-1", "record_visit")
        form.fill("occurred_on" to "31/2/2569")
        assertNull(form.send())
        assertEquals("ไม่มีวันที่นี้ในปฏิทิน โปรดแก้ไขเดือนหรือวันที่", form.problems.getValue("occurred_on"))
        form.fill("occurred_on" to "3 ก.พ. 69")
        assertNull(form.send())
        assertEquals(mapOf("result" to "ช่องข้อมูลขาดไป"), form.problems)
        form.fill("result" to "met", "needs" to "occupation,housing")
        assertNotNull(form.send())
        assertEquals(2, phone.store.events("F-1").size)
    }

    @Test
    fun `a kill at any place of sending leaves the form or what it made, never both and never half`() {
        Device("office", folder, TEAM, "2026-01-28T09:00").use { it.does("F-1", RequestHelp("h", HelpKind.HOUSING, "หลังคารั่ว")) }
        val before = File(folder, "office.sqlite").readBytes()
        var place = 0
        do {
            val here = folder.resolve("at-${++place}").also { it.mkdir() }
            here.resolve("office.sqlite").writeBytes(before)
            val died = dies("form", here, "office", place)
            Device("office", here, RECORDER, "2026-02-05T10:00").use { again ->
                val form = FormScreen(again.desk(), "F-1", "escalate_help")
                val isSent = again.store.events("F-1").size == 3
                assertEquals(isSent, again.draft("F-1", "escalate_help") == null && again.store.notices().size == 1, "killed at $place")
                if (!isSent) form.fill("help_id" to "h", "reason" to "งบประมาณไม่พอ")
                if (!isSent) assertNotNull(form.send())
                assertEquals(3 to 1, again.store.events("F-1").size to again.store.notices().size)
            }
        } while (died)
        assertTrue(place > 8)
    }

    @Test
    fun `what was typed is there after a kill, and is sent once`() {
        phone().use { FormScreen(it.desk(), "F-1", "record_visit").fill("result" to "not_met", "note" to "บ้านปิด") }
        phone().use { phone ->
            val form = FormScreen(phone.desk(), "F-1", "record_visit")
            assertEquals("บ้านปิด", form.answer(form.fields.first { it.path == "note" }))
            assertNotNull(form.send())
            assertNotNull(form.send())
            assertEquals(2, phone.store.events("F-1").size)
            assertNull(phone.draft("F-1", "record_visit"))
        }
    }

    @Test
    fun `what is typed after it was sent is no form, and the next one can be sent`() = phone().use { phone ->
        val sent = phone.fills("F-1", "record_visit", "result" to "met")
        sent.fill("note" to "หลังบันทึก")
        assertNull(phone.draft("F-1", "record_visit"))
        phone.clock.pass(Duration.ofDays(1))
        phone.fills("F-1", "record_visit", "result" to "not_met")
        assertEquals(3, phone.store.events("F-1").size)
    }

    @Test
    fun `an id that was used for something else is said, and the next press saves under another`() = phone().use { phone ->
        val (one, other) = List(2) { FormScreen(phone.desk(), "F-1", "record_visit").apply { fill("result" to "met") } }
        assertNotNull(one.send())
        other.fill("note" to "อีกหน้าจอหนึ่ง")
        assertNull(other.send())
        assertEquals(1, other.refusals.size)
        assertEquals("อีกหน้าจอหนึ่ง", FormScreen(phone.desk(), "F-1", "record_visit").let { form -> form.answer(form.fields.last()) })
        assertNotNull(other.send())
        assertEquals(3, phone.store.events("F-1").size)
    }

    @Test
    fun `a reason for taking back one entry is not that of another`() = phone().use { phone ->
        phone.fills("F-1", "record_visit", "result" to "met")
        phone.clock.pass(Duration.ofDays(1))
        phone.fills("F-1", "record_visit", "result" to "not_met")
        val (one, other) = CaseScreen(phone.desk(), "F-1").history.filter { it.canTakeBack }.map { it.entry.id }
        fun back(entry: String) = FormScreen(phone.desk(), "F-1", "withdraw", mapOf("event_id" to entry))
        back(one).fill("reason" to "ผิดราย")
        back(other).fill("reason" to "ผิดวัน")
        assertEquals(listOf("ผิดราย", "ผิดวัน"), listOf(one, other).map { back(it).let { form -> form.answer(form.fields.single()) } })
    }

    @Test
    fun `nobody gets what another has begun`() = phone().use { phone ->
        FormScreen(phone.desk(), "F-1", "record_visit").fill("note" to "ทีมเขียน")
        fun note(actor: Actor) = FormScreen(Desk(phone.store, actor, phone.clock, Lang.TH), "F-1", "record_visit").let { it.answer(it.fields.last()) }
        assertEquals(listOf("", "", "ทีมเขียน"), listOf(RECORDER, TEAM.copy(userId = "u-2"), TEAM).map(::note))
    }

    @Test
    fun `a day that nobody has touched is today's, whenever the form was begun`() = phone().use { phone ->
        fun day() = FormScreen(phone.desk(), "F-1", "record_visit").let { it.answer(it.fields.first()) }
        FormScreen(phone.desk(), "F-1", "record_visit").fill("note" to "บ้านปิด")
        phone.clock.pass(Duration.ofDays(2))
        assertEquals("5/2/2569", day())
        FormScreen(phone.desk(), "F-1", "record_visit").fill("occurred_on" to "4/2/2569")
        FormScreen(phone.desk(), "F-1", "record_visit").fill("occurred_on" to "5/2/2569")
        phone.clock.pass(Duration.ofDays(2))
        assertEquals("5/2/2569", day())
    }

    @Test
    fun `a broken character is told beside its field`() = phone().use { phone ->
        val form = FormScreen(phone.desk(), "F-1", "record_visit")
        form.fill("result" to "met", "note" to "ยิ้ม \uD83D")
        assertNull(form.send())
        assertEquals(setOf("note") to emptyList<String>(), form.problems.keys to form.refusals)
        form.fill("note" to "ยิ้ม \uD83D\uDE00")
        assertNotNull(form.send())
    }

    @Test
    fun `answers stand where their fields stand, however deep`() {
        val form = Form.all(Lang.TH).getValue("enrol")
        val answers = Answers(mapOf("case_id" to "F-2", "person/id/type" to "citizen_id", "person/id/value" to "3100600445635", "person/first_name" to "วิภา"))
        assertEquals(
            """{"type":"enrol","case_id":"F-2","person":{"id":{"type":"citizen_id","value":"3100600445635"},"first_name":"วิภา"}}""",
            answers.command(form).toString(),
        )
    }

    @Test
    fun `forms that an earlier version has kept are those of whoever is signed in, each what it was for`() {
        phone().use { it.does("F-1", RecordVisit(LocalDate.parse("2026-02-01"), VisitResult.MET)) }
        val entry = phone().use { device -> Entry.all("F-1", device.desk()).last().id }
        JdbcDatabase(File(folder, "office.sqlite")).use { database ->
            database.run("DROP TABLE form")
            database.run("CREATE TABLE draft (case_id TEXT NOT NULL, command TEXT NOT NULL, command_id TEXT NOT NULL, answers TEXT NOT NULL, PRIMARY KEY (case_id, command))")
            database.run("INSERT INTO setting VALUES ('role', 'field_team'), ('organisation', '810101')")
            listOf(
                arrayOf("record_visit", "11111111-1111-4111-8111-111111111111", """{"note":"ตามปกติ"}"""),
                arrayOf("withdraw", "22222222-2222-4222-8222-222222222222", """{"event_id":"$entry","reason":"กดผิดราย"}"""),
                arrayOf("request_help", answerTo("e"), """{"detail":"แทนรายการ"}"""),
                arrayOf("provide_help", "33333333-3333-4333-8333-333333333333", "{"),
            ).forEach { database.run("INSERT INTO draft VALUES ('F-1', ?, ?, ?)", *it) }
        }
        repeat(2) {
            phone().use { phone ->
                assertEquals("11111111-1111-4111-8111-111111111111", phone.draft("F-1", "record_visit")!!.commandId)
                assertNotNull(phone.draft("F-1", "withdraw", entry))
                assertEquals(answerTo("e"), phone.draft("F-1", "request_help", answerTo("e"))!!.commandId)
                assertNull(phone.draft("F-1", "request_help"))
                assertEquals(2, phone.store.events("F-1").size)
            }
        }
    }
}
