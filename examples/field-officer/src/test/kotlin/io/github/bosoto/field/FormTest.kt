package io.github.bosoto.field

import io.github.bosoto.aftercare.RequestHelp
import io.github.bosoto.contract.HelpKind
import io.github.bosoto.contract.Lang
import io.github.bosoto.field.form.Form
import io.github.bosoto.field.form.Kind
import io.github.bosoto.field.work.FormScreen
import java.io.File
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
}
