package io.github.bosoto.field

import io.github.bosoto.field.exchange.Load
import io.github.bosoto.field.exchange.Parcel
import io.github.bosoto.field.form.Answers
import io.github.bosoto.field.work.CaseScreen
import io.github.bosoto.field.work.Conflicts
import io.github.bosoto.field.work.Entry
import io.github.bosoto.field.work.FormScreen
import io.github.bosoto.field.work.Today
import java.io.File
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class PrivacyTest {
    @TempDir lateinit var folder: File

    @Test
    fun `nothing that is printed names a person`() = Device("d", folder, RECORDER, "2026-02-04T10:00").use { device ->
        device.does("F-1", enrolment("F-1", NAME, "2026-01-15"))
        val desk = device.desk()
        val form = FormScreen(desk, "F-1", "record_visit").apply { fill("note" to NAME) }
        val case = CaseScreen(desk, "F-1")
        val draft = device.draft("F-1", "record_visit")!!
        val rows = Today(desk).rows()
        val printed = listOf<Any>(desk, form, case, case.person, draft, rows, Conflicts(desk), Answers.of(draft.answers), Parcel("n") { NAME.toByteArray() }, Load("cases", listOf(NAME))) +
            rows.today + rows.later + Entry.all("F-1", desk) + case.history + device.store
        printed.forEach { assertFalse(NAME in it.toString(), it.javaClass.name) }
    }

    @Test
    fun `a damaged store is told without what is in it`() = Device("d", folder, RECORDER, "2026-02-04T10:00").use { device ->
        device.store.transaction { device.store.append("F-1", "{\"type\":\"enrolled\",\"person\":{\"first_name\":\"$NAME") }
        val told = listOf({ Entry.all("F-1", device.desk()) }, { CaseScreen(device.desk(), "F-1") }).map { question ->
            assertThrows(RuntimeException::class.java) { question() }.stackTraceToString()
        }
        val broken = Today(device.desk()).rows().broken
        assertEquals(1, broken.size)
        (told + broken).forEach { assertFalse(NAME in it) }
    }

    private companion object {
        const val NAME = "สมปอง"
    }
}
