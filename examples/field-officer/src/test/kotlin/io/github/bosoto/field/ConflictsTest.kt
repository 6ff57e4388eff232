package io.github.bosoto.field

import io.github.bosoto.aftercare.EscalateHelp
import io.github.bosoto.aftercare.ProvideHelp
import io.github.bosoto.aftercare.RequestHelp
import io.github.bosoto.contract.HelpKind
import io.github.bosoto.field.exchange.Sync
import io.github.bosoto.field.work.CaseScreen
import io.github.bosoto.field.work.Conflicts
import java.io.File
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class ConflictsTest {
    @TempDir lateinit var folder: File

    @Test
    fun `what does not fit is said in words, and a new entry resolves it on every device`() {
        val office = Device("office", folder, RECORDER, "2026-02-01T09:00")
        val phone = Device("phone", folder, RECORDER, "2026-02-01T09:00")
        office.does("F-1", enrolment("F-1", "สมชาย", "2026-01-15"))
        office.does("F-1", RequestHelp("h", HelpKind.OCCUPATION, "ขาดเครื่องมือทำกิน"))
        exchange(office, phone)

        office.clock.set("2026-02-03T09:00")
        office.does("F-1", ProvideHelp("h", LocalDate.parse("2026-02-03"), "ศป.ปส.อ."))
        phone.clock.set("2026-02-05T09:00")
        phone.does("F-1", EscalateHelp("h", "งบประมาณอำเภอไม่พอ"))
        exchange(office, phone)

        val conflicts = Conflicts(phone.desk())
        val conflict = conflicts.open().single()
        assertEquals("รายงานจังหวัดเพื่อพิจารณาช่วยเหลือ", conflict.entry.label)
        assertTrue(conflict.why.endsWith("(AC-05)"), conflict.why)
        assertEquals("สมชาย ใจดี", conflict.name)
        assertTrue(conflict.toString().none { it in '\u0e00'..'\u0e7f' })
        val withoutEffect = CaseScreen(phone.desk(), "F-1").history.filter { it.mark == "เก็บไว้โดยไม่มีผล" }
        assertEquals(listOf("help_escalated"), withoutEffect.map { it.entry.type })

        val form = conflicts.instead(conflict, "request_help")
        form.fill("kind" to "finance", "detail" to "ที่ให้ไปยังไม่พอ")
        assertNotNull(form.send())
        assertEquals(0, conflicts.open().size)
        assertEquals(1, Conflicts(office.desk()).open().size)
        exchange(office, phone)
        assertEquals(0, Conflicts(office.desk()).open().size)
        office.close()
        phone.close()
    }

    @Test
    fun `the same again is offered with what was entered, under ids of its own`() {
        val office = Device("office", folder, RECORDER, "2026-02-01T09:00")
        val phone = Device("phone", folder, TEAM, "2026-02-02T09:00")
        office.does("F-1", enrolment("F-1", "สมชาย", "2026-01-15"))
        exchange(office, phone)
        office.does("F-1", RequestHelp("1", HelpKind.OCCUPATION, "เครื่องมือ"))
        phone.does("F-1", RequestHelp("1", HelpKind.HOUSING, "หลังคารั่ว"))
        exchange(office, phone)
        val conflicts = Conflicts(phone.desk())
        val conflict = conflicts.open().single()
        val form = conflicts.instead(conflict, "request_help")
        assertEquals(listOf("housing", "หลังคารั่ว"), form.fields.map { form.answer(it) })
        assertNotNull(form.send())
        exchange(office, phone)
        assertEquals(office.store.log("F-1"), phone.store.log("F-1"))
        assertEquals(0, Conflicts(office.desk()).open().size)
        assertEquals(listOf(null, "เก็บไว้โดยไม่มีผล", null, null), CaseScreen(phone.desk(), "F-1").history.map { it.mark })
        office.close()
        phone.close()
    }

    @Test
    fun `what needs nothing is put aside`() {
        val office = Device("office", folder, RECORDER, "2026-02-01T09:00")
        val phone = Device("phone", folder, RECORDER, "2026-02-02T09:00")
        office.does("F-1", enrolment("F-1", "สมชาย", "2026-01-15"))
        office.does("F-1", RequestHelp("1", HelpKind.OCCUPATION, "เครื่องมือ"))
        exchange(office, phone)
        office.does("F-1", EscalateHelp("1", "เกินกำลัง"))
        phone.does("F-1", EscalateHelp("1", "เกินกำลัง"))
        exchange(office, phone)
        val conflicts = Conflicts(office.desk())
        conflicts.understood(conflicts.open().single())
        assertEquals(0, conflicts.open().size)
        office.close()
        phone.close()
    }

    /** Until both have what the other has. */
    private fun exchange(office: Device, phone: Device) {
        Sync(phone.store, toDistrict(folder, "phone"), givesNotices = true).run()
        Sync(office.store, toPhone(folder, "phone"), givesNotices = false).run()
        Sync(phone.store, toDistrict(folder, "phone"), givesNotices = true).run()
    }
}
