package io.github.bosoto.field

import io.github.bosoto.aftercare.EscalateHelp
import io.github.bosoto.aftercare.RecordVisit
import io.github.bosoto.aftercare.RequestHelp
import io.github.bosoto.aftercare.VisitResult
import io.github.bosoto.contract.HelpKind
import io.github.bosoto.field.exchange.Parcel
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
    fun `a file that is cut or of a later version is refused in words and kept, and the others are taken in`() {
        val office = Device("office", folder, RECORDER, "2026-02-01T09:00")
        val phone = Device("a", folder, TEAM, "2026-02-02T09:00")
        office.does("F-1", enrolment("F-1", "สมชาย", "2026-01-15"))
        val whole = office.store.all()
        toPhone(folder, "a").give(Parcel("cases-cut.ndjson", whole.take(whole.length / 2)))
        toPhone(folder, "a").give(Parcel("cases-later.ndjson", whole.replace("\"enrolled\"", "\"enrolled_twice\"").replace("F-1", "F-9")))
        Sync(office.store, toPhone(folder, "a"), givesNotices = false).give()
        val report = Sync(phone.store, toDistrict(folder, "a"), givesNotices = true).run()
        assertEquals(1, report.changed)
        assertEquals(2, report.refused.size)
        assertTrue(report.refused.last().th.contains("enrolled_twice"), report.refused.last().th)
        assertTrue(report.refused.none { it.th.contains("สมชาย") || it.en.contains("สมชาย") })
        assertEquals(listOf("cases-cut.ndjson", "cases-later.ndjson"), File(folder, "district-to-a").list()!!.sorted())
        assertEquals(listOf("F-1"), phone.store.ids())
        office.close()
        phone.close()
    }
}
