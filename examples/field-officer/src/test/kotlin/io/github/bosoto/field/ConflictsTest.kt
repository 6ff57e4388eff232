package io.github.bosoto.field

import io.github.bosoto.aftercare.EscalateHelp
import io.github.bosoto.aftercare.ProvideHelp
import io.github.bosoto.aftercare.RequestHelp
import io.github.bosoto.contract.HelpKind
import io.github.bosoto.field.exchange.Sync
import io.github.bosoto.field.work.CaseScreen
import io.github.bosoto.field.work.Conflicts
import io.github.bosoto.field.work.FormScreen
import java.io.File
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
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

    @Test
    fun `what is begun instead of an entry is apart from the ordinary form, and neither takes the other's text or settles the other's matter`() = twoHelps { _, phone ->
        val conflicts = Conflicts(phone.desk())
        FormScreen(phone.desk(), "F-1", "request_help").fill("kind" to "finance", "detail" to "ทุนประกอบอาชีพ")
        conflicts.instead(conflicts.open().single(), "request_help").fill("detail" to "หลังคารั่ว ห้องครัวด้วย")
        val ordinary = FormScreen(phone.desk(), "F-1", "request_help")
        assertEquals(listOf("finance", "ทุนประกอบอาชีพ"), ordinary.fields.map { ordinary.answer(it) })
        assertNotNull(ordinary.send())
        assertEquals(1, conflicts.open().size)
        val instead = conflicts.instead(conflicts.open().single(), "request_help")
        assertEquals(listOf("housing", "หลังคารั่ว ห้องครัวด้วย"), instead.fields.map { instead.answer(it) })
        assertNotNull(instead.send())
        assertEquals(0, conflicts.open().size)
    }

    @Test
    fun `what is begun instead of an entry that others settle meanwhile is said, kept, and can be entered for itself`() = twoHelps { office, phone ->
        val conflicts = Conflicts(phone.desk())
        val onScreen = conflicts.instead(conflicts.open().single(), "request_help")
        onScreen.fill("detail" to "กำลังพิมพ์")
        val theirs = Conflicts(office.desk()).let { it.instead(it.open().single(), "request_help") }
        theirs.fill("detail" to "สำนักงานแก้แล้ว")
        assertNotNull(theirs.send())
        exchange(office, phone)
        assertEquals(0, conflicts.open().size)

        assertNull(onScreen.send())
        assertTrue(onScreen.refusals.single().startsWith("มีการบันทึกเรื่องนี้จากเครื่องหรือหน้าจออื่นไว้แล้ว"), "${onScreen.refusals}")

        val later = FormScreen(phone.desk(), "F-1", "request_help")
        assertEquals(onScreen.refusals, later.refusals)
        assertEquals(listOf("housing", "กำลังพิมพ์"), later.fields.map { later.answer(it) })
        assertNotNull(later.send())
        exchange(office, phone)
        assertEquals(office.store.log("F-1"), phone.store.log("F-1"))
        assertEquals(emptyList<Any>(), Conflicts(office.desk()).open() + conflicts.open())
        val next = FormScreen(phone.desk(), "F-1", "request_help")
        assertEquals(listOf("", ""), next.fields.map { next.answer(it) })
    }

    @Test
    fun `the form on the screen goes on under an id of its own`() = twoHelps { office, phone ->
        val conflicts = Conflicts(phone.desk())
        val onScreen = conflicts.instead(conflicts.open().single(), "request_help")
        val theirs = Conflicts(office.desk()).let { it.instead(it.open().single(), "request_help") }
        assertNotNull(theirs.also { it.fill("detail" to "สำนักงานแก้แล้ว") }.send())
        exchange(office, phone)
        assertNull(onScreen.send())
        assertNotNull(onScreen.send())
        assertEquals(5, phone.store.events("F-1").size)
    }

    @Test
    fun `where two devices settle the same differently, what is shown is what has no effect, and it is settled or put aside for itself`() = twoHelps { office, phone ->
        office.clock.set("2026-02-03T09:00")
        phone.clock.set("2026-02-03T10:00")
        listOf(office to "ของสำนักงาน", phone to "ของโทรศัพท์").forEach { (device, words) ->
            val form = Conflicts(device.desk()).let { it.instead(it.open().single(), "request_help") }
            form.fill("detail" to words)
            assertNotNull(form.send())
        }
        exchange(office, phone)
        val again = listOf(office, phone).map { Conflicts(it.desk()).open().single() }
        again.forEach { conflict ->
            assertTrue(conflict.entry.isVoid)
            assertTrue(conflict.entry.details.last().endsWith("ของโทรศัพท์"), "${conflict.entry.details}")
        }
        assertEquals(1, again.map { it.entry.key }.distinct().size)
        Conflicts(office.desk()).understood(again.first())
        assertEquals(0, Conflicts(office.desk()).open().size)
        val form = Conflicts(phone.desk()).instead(again.last(), "request_help")
        assertEquals(listOf("housing", "ของโทรศัพท์"), form.fields.map { form.answer(it) })
        assertNotNull(form.send())
        exchange(office, phone)
        assertEquals(emptyList<Any>(), listOf(office, phone).flatMap { Conflicts(it.desk()).open() })
    }

    /** Two devices ask for help in one case under the same id: the phone's has no effect. */
    private fun twoHelps(does: (office: Device, phone: Device) -> Unit) {
        Device("office", folder, RECORDER, "2026-02-01T09:00").use { office ->
            Device("phone", folder, RECORDER, "2026-02-02T09:00").use { phone ->
                office.does("F-1", enrolment("F-1", "สมชาย", "2026-01-15"))
                exchange(office, phone)
                office.does("F-1", RequestHelp("1", HelpKind.OCCUPATION, "เครื่องมือ"))
                phone.does("F-1", RequestHelp("1", HelpKind.HOUSING, "หลังคารั่ว"))
                exchange(office, phone)
                does(office, phone)
            }
        }
    }

    /** Until both have what the other has. */
    private fun exchange(office: Device, phone: Device) {
        Sync(phone.store, toDistrict(folder, "phone"), givesNotices = true).run()
        Sync(office.store, toPhone(folder, "phone"), givesNotices = false).run()
        Sync(phone.store, toDistrict(folder, "phone"), givesNotices = true).run()
    }
}
