package io.github.bosoto.field

import io.github.bosoto.aftercare.RequestHelp
import io.github.bosoto.contract.HelpKind
import io.github.bosoto.field.exchange.Sync
import io.github.bosoto.field.form.Kind
import io.github.bosoto.field.work.CaseScreen
import io.github.bosoto.field.work.Conflicts
import io.github.bosoto.field.work.FormScreen
import io.github.bosoto.field.work.Today
import java.io.File
import java.time.Duration
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** An officer of a tambon team, the recorder with a phone of his own, and the district's office go offline for fifteen days, each works on, and they come back. */
class FifteenDaysTest {
    @TempDir lateinit var folder: File

    private val cases = (1..6).map { "F-$it" }

    @Test
    fun `nothing is lost and all three logs are equal, also when one was killed and another's clock was a day wrong`() {
        val office = Device("office", folder, RECORDER, "2026-02-01T08:00")
        var first = Device("a", folder, TEAM, "2026-02-01T08:00")
        val second = Device("b", folder, RECORDER, "2026-02-01T08:00")
        cases.forEach { office.does(it, enrolment(it, "สมชาย", "2026-01-15")) }
        office.does("F-6", RequestHelp("h", HelpKind.OCCUPATION, "เครื่องมือทำกิน"))
        everybody(office, first, second)
        everybody(office, first, second)
        assertEquals(cases, first.store.ids())

        second.clock.pass(Duration.ofDays(1))
        repeat(15) { day ->
            listOf(first, second, office).forEach { device ->
                device.clock.pass(Duration.ofDays(1))
                works(device, day)
            }
        }
        val entered = listOf(first, second, office).flatMap { ids(it) }.toSet()
        assertTrue(entered.size > cases.size + 20, "${entered.size} entries")

        Sync(first.store, toDistrict(folder, "a"), givesNotices = true).run()
        Sync(second.store, toDistrict(folder, "b"), givesNotices = true).run()
        fromPhones(office)
        first.close()
        assertTrue(dies("sync", folder, "a", 3), "killed in the middle of its sync")
        first = Device("a", folder, TEAM, "2026-02-16T08:00")
        everybody(office, first, second)
        everybody(office, first, second)

        assertEquals(entered, ids(office).toSet())
        assertEquals(office.store.all(), first.store.all())
        assertEquals(office.store.all(), second.store.all())
        assertEquals(0, second.store.notices().size)
        assertEquals(3, office.store.notices().size, "two escalations and a move, each once")
        conflictsAreResolved(office, first, second)
        listOf(office, first, second).forEach { it.close() }
    }

    /** What each finds on its list of the day, and now and then something else. */
    private fun works(device: Device, day: Int) {
        val due = Today(device.desk()).rows().today.filter { it.rule == "AC-02" }.map { it.caseId }
        when (device.name) {
            "a" -> due.take(1).forEach { device.fills(it, "record_visit", "result" to "met", "needs" to "occupation") }
            "b" -> due.takeLast(1).forEach { device.fills(it, "record_visit", "result" to "not_met", "note" to "บ้านปิด") }
        }
        when (device.name to day) {
            "a" to 2 -> device.fills("F-1", "request_help", "kind" to "occupation", "detail" to "เครื่องมือทำกิน")
            "b" to 3 -> device.fills("F-2", "request_help", "kind" to "housing", "detail" to "หลังคารั่ว")
            "b" to 5 -> takesBack(device)
            "office" to 4 -> device.fills("F-3", "request_help", "kind" to "health", "detail" to "ขาดยา")
            "office" to 5 -> escalates(device, "F-3")
            "office" to 6 -> device.fills("F-4", "relocate", "residence/tambon" to "810201")
            "office" to 7 -> device.fills("F-5", "cancel", "reason" to "บันทึกซ้ำ")
            "office" to 8 -> provides(device, "F-6")
            "b" to 10 -> escalates(device, "F-6")
            "b" to 9 -> device.fills("F-5", "request_help", "kind" to "finance", "detail" to "ทุนประกอบอาชีพ")
        }
    }

    private fun takesBack(device: Device) {
        val (caseId, line) = device.store.ids().firstNotNullOf { id ->
            CaseScreen(device.desk(), id).history.firstOrNull { it.canTakeBack }?.let { id to it }
        }
        val form = FormScreen(device.desk(), caseId, "withdraw", mapOf("event_id" to line.entry.id))
        form.fill("reason" to "กดผิดราย")
        assertNotNull(form.send())
    }

    private fun provides(device: Device, caseId: String) {
        val form = FormScreen(device.desk(), caseId, "provide_help")
        form.fill("help_id" to (form.fields.first().kind as Kind.One).options.single().word, "by" to "ศป.ปส.อ.")
        assertNotNull(form.send())
    }

    private fun escalates(device: Device, caseId: String) {
        val form = FormScreen(device.desk(), caseId, "escalate_help")
        val help = (form.fields.first().kind as Kind.One).options.single()
        form.fill("help_id" to help.word, "reason" to "เกินขีดความสามารถของอำเภอ")
        assertNotNull(form.send())
    }

    /**
     * What was entered of a case after the office had cancelled it cannot be had any more, and is put aside. The help that was
     * escalated after it had been given is asked for anew, and every device sees that this is settled.
     */
    private fun conflictsAreResolved(office: Device, first: Device, second: Device) {
        val devices = listOf(office, first, second)
        val open = devices.map { device -> Conflicts(device.desk()).open().map { it.entry.id }.toSet() }
        assertEquals(1, open.distinct().size)
        val conflicts = Conflicts(second.desk())
        val (cancelled, given) = conflicts.open().partition { it.caseId == "F-5" }
        assertTrue(cancelled.isNotEmpty() && cancelled.all { it.possible.isEmpty() && it.why.isNotBlank() })
        cancelled.forEach(conflicts::understood)
        assertEquals("help_escalated", given.single().entry.type)
        val anew = conflicts.instead(given.single(), "request_help")
        anew.fill("kind" to "occupation", "detail" to "ที่ได้รับยังไม่พอ")
        assertNotNull(anew.send())
        assertEquals(0, conflicts.open().size)
        everybody(office, first, second)
        everybody(office, first, second)
        devices.forEach { device -> assertTrue(Conflicts(device.desk()).open().none { it.caseId == "F-6" }) }
        assertEquals(1, devices.map { it.store.all() }.distinct().size)
    }

    private fun ids(device: Device): List<String> = device.store.ids().flatMap { id -> io.github.bosoto.field.work.Entry.all(id, device.desk()).map { it.id } }

    private fun everybody(office: Device, first: Device, second: Device) {
        Sync(first.store, toDistrict(folder, "a"), givesNotices = true).run()
        Sync(second.store, toDistrict(folder, "b"), givesNotices = true).run()
        fromPhones(office)
    }

    private fun fromPhones(office: Device) = repeat(2) { listOf("a", "b").forEach { Sync(office.store, toPhone(folder, it), givesNotices = false).run() } }
}
