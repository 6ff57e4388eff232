package io.github.bosoto.field

import io.github.bosoto.field.work.CaseScreen
import io.github.bosoto.field.work.FormScreen
import java.io.File
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class CaseTest {
    @TempDir lateinit var folder: File

    @BeforeEach
    fun `a person is followed`() = Device("d", folder, RECORDER, "2026-01-20T09:00").use { it.does("F-1", enrolment("F-1", "สมชาย", "2026-01-15")) }.let {}

    private fun team(at: String = "2026-02-03T10:00") = Device("d", folder, TEAM, at)
    private fun recorder(at: String = "2026-02-04T10:00") = Device("d", folder, RECORDER, at)

    @Test
    fun `a button that cannot be pressed says why and from which day`() = recorder().use { recorder ->
        val close = CaseScreen(recorder.desk(), "F-1").buttons.first { it.command == "close" }
        assertFalse(close.isAllowed)
        assertEquals("ตั้งแต่ 15 ม.ค. 2570", close.from)
        assertTrue(close.reasons.single().endsWith("(AC-09)"))
    }

    @Test
    fun `a team asks for help, and the recorder escalates it and notes a move`() {
        team().use { team ->
            assertEquals(listOf("record_visit", "request_help"), CaseScreen(team.desk(), "F-1").buttons.map { it.command })
            team.fills("F-1", "request_help", "kind" to "occupation", "detail" to "ขาดเครื่องมือทำกิน")
        }
        recorder().use { recorder ->
            val form = FormScreen(recorder.desk(), "F-1", "escalate_help")
            val help = (form.fields.first().kind as io.github.bosoto.field.form.Kind.One).options.single()
            assertTrue(help.title.contains("ขาดเครื่องมือทำกิน"), help.title)
            form.fill("help_id" to help.word, "reason" to "งบประมาณอำเภอไม่พอ")
            assertNotNull(form.send())
            recorder.fills("F-1", "relocate", "residence/tambon" to "810201")
            assertEquals(listOf("relocated", "help_escalated", "help_requested", "enrolled"), CaseScreen(recorder.desk(), "F-1").history.map { it.entry.type })
            assertEquals(2, recorder.store.notices().size, "the province is told of the help, the other district of the move")
        }
    }

    @Test
    fun `a mistake is taken back at its entry, and stays in the history`() = team().use { team ->
        team.fills("F-1", "record_visit", "result" to "deceased")
        val before = CaseScreen(team.desk(), "F-1").history
        assertEquals(listOf(true, false), before.map { it.canTakeBack })
        assertEquals("บันทึกการติดตาม", before.first().entry.label)
        assertTrue(before.first().entry.details.contains("ผลการติดตาม: เสียชีวิต"), before.first().entry.details.toString())
        val form = FormScreen(team.desk(), "F-1", "withdraw", mapOf("event_id" to before.first().entry.id))
        form.fill("reason" to "กดผิดราย")
        assertNotNull(form.send())
        val after = CaseScreen(team.desk(), "F-1").history
        assertEquals(listOf(null, "ถอนแล้ว", null), after.map { it.mark })
        assertTrue(after.none { it.canTakeBack })
    }
}
