package io.github.bosoto.field

import io.github.bosoto.Policy
import io.github.bosoto.contract.Actor
import io.github.bosoto.contract.Lang
import io.github.bosoto.field.store.Database
import io.github.bosoto.field.work.Conflicts
import io.github.bosoto.field.work.Desk
import io.github.bosoto.field.work.Today
import java.io.File
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class TodayTest {
    @TempDir lateinit var folder: File

    @Test
    fun `what is overdue stands first, each with its person, its Thai date and why it stands there`() = Device("office", folder, RECORDER, "2026-01-31T09:00").use { office ->
        office.does("F-1", enrolment("F-1", "สมชาย", "2026-01-15"))
        office.does("F-2", enrolment("F-2", "สมหญิง", "2026-01-01"))
        office.does("F-3", enrolment("F-3", "สมศักดิ์", "2026-01-25"))
        val rows = Today(office.desk(policy = Policy.read("""{"visit_cadence":"rolling"}"""))).rows()
        assertEquals(listOf("F-2" to "overdue", "F-1" to "due"), rows.today.map { it.caseId to it.urgency.word })
        assertEquals(listOf("F-3"), rows.later.map { it.caseId })
        val first = rows.today.first()
        assertEquals("สมหญิง ใจดี", first.name)
        assertEquals("วันครบกำหนด 30 ม.ค. 2569", first.day)
        assertTrue(first.because.startsWith("เกินกำหนด"), first.because)
        assertFalse(first.toString().contains("สมหญิง"))
    }

    @Test
    fun `a team sees the visits of its tambon, in either language`() = Device("phone", folder, TEAM, "2026-01-31T09:00").use { phone ->
        val office = Device("phone", folder, RECORDER, "2026-01-31T09:00")
        office.does("F-1", enrolment("F-1", "สมชาย", "2026-01-15"))
        office.does("F-2", enrolment("F-2", "สมหญิง", "2026-01-01", tambon = "810102"))
        office.close()
        val row = Today(phone.desk(Lang.EN)).rows().today.single()
        assertEquals(listOf("F-1", "visit", "due in 13 days", "Due 2026-02-13"), listOf(row.caseId, row.what, row.because, row.day))
    }

    @Test
    fun `a case that cannot be read is named, and the others are there`() = Device("office", folder, RECORDER, "2026-01-31T09:00").use { office ->
        office.does("F-1", enrolment("F-1", "สมชาย", "2026-01-15"))
        office.does("F-3", enrolment("F-3", "สมหญิง", "2026-01-15"))
        office.store.transaction { office.store.append("F-2", "{\"type\":\"void\":") }
        assertEquals(emptyList<Any>(), Conflicts(office.desk()).open())
        val rows = Today(office.desk()).rows()
        assertEquals(setOf("F-1" to "สมชาย ใจดี", "F-3" to "สมหญิง ใจดี"), (rows.today + rows.later).map { it.caseId to it.name }.toSet())
        assertTrue(" F-2: " in rows.broken.single(), rows.broken.single())
    }

    @Test
    fun `where no case is of who is signed in, that is said, and not that all is done`() = Device("office", folder, RECORDER, "2026-01-31T09:00").use { office ->
        fun hasCases(actor: Actor) = Today(Desk(office.store, actor, office.clock, Lang.TH)).rows().hasCases
        assertFalse(hasCases(RECORDER))
        office.does("F-1", enrolment("F-1", "สมชาย", "2026-01-15"))
        office.store.transaction { office.store.append("F-2", "{") }
        assertEquals(listOf(true, true, false, false), listOf(RECORDER, TEAM, RECORDER.copy(organisation = "8102"), TEAM.copy(organisation = "810102")).map(::hasCases))
        office.fills("F-1", "cancel", "reason" to "บันทึกซ้ำ")
        assertTrue(hasCases(RECORDER))
        assertTrue(Today(office.desk()).rows().today.isEmpty())
    }

    @Test
    fun `all cases are read at once, however many there are`() {
        val asked = listOf(2, 20).map { count ->
            var questions = 0
            val counting = { file: File -> CountedDatabase(JdbcDatabase(file)) { questions++ } }
            Device("office-$count", folder, RECORDER, "2026-01-31T09:00", counting).use { office ->
                repeat(count) { office.does("F-$it", enrolment("F-$it", "สมชาย", "2026-01-15")) }
                questions = 0
                assertEquals(count, Today(office.desk()).rows().today.size)
                assertEquals(emptyList<Any>(), Conflicts(office.desk()).open())
            }
            questions
        }
        assertEquals(1, asked.distinct().size, "$asked")
    }

    private class CountedDatabase(private val database: Database, private val asked: () -> Unit) : Database by database {
        override fun rows(sql: String, vararg values: String): List<List<String>> = database.rows(sql, *values).also { asked() }
    }
}
