package io.github.bosoto

import io.github.bosoto.aftercare.Aftercare
import io.github.bosoto.compulsory.Compulsory
import io.github.bosoto.compulsory.CorrectionReason
import io.github.bosoto.compulsory.ReportAbsence
import io.github.bosoto.compulsory.RequestCorrection
import io.github.bosoto.compulsory.State
import io.github.bosoto.contract.Calls
import io.github.bosoto.contract.ErrorCode
import io.github.bosoto.contract.WireException
import io.github.bosoto.contract.WorklistQuery
import java.time.LocalDate
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Many cases in one call say what each says alone. */
class CasesTest {
    private val on = LocalDate.parse("2021-04-10")
    private val logs = (1..50).map { missed("C-$it").log() }

    @Test
    fun `a batch decides as each case does`() {
        val envelopes = logs.indices.map { ReportAbsence().sent(at("2021-04-${10 + it % 15}"), NURSE).copy(commandId = "r-$it") }
        val alone = logs.zip(envelopes).map { (log, envelope) -> Case.replay(Compulsory, log).use { it.decide(envelope) } }
        Cases.replay(Compulsory, logs).use { cases ->
            assertEquals(50, cases.size())
            for (threads in listOf(0, 1, 3)) {
                assertEquals(alone, cases.decide(envelopes, threads = threads).map { it.value() })
            }
            val lines = Lines()
            val text = envelopes.joinToString("\n") { it.toJson() }
            assertTrue(cases.decide(text, lines) === lines)
            val json = logs.zip(envelopes).map { (log, envelope) -> Calls.decide("compulsory", log, envelope.toJson()) }
            assertEquals(json, lines)
            assertEquals(json, cases.decide(text.encodeToByteArray(), lines))
            assertEquals(alone.map { it.isAccepted }, lines.indices.map(lines::isAccepted))
            assertEquals(listOf(false, false), listOf(-1, 50).map(lines::isAccepted))
            assertEquals(json.joinToString("\n"), lines.text())
            assertEquals(json, cases.decide("[${envelopes.joinToString(",") { it.toJson() }}]", lines))
            val other = assertThrows(WireException::class.java) { cases.decide("[“เลิก”]".toByteArray(charset("x-windows-874")), lines) }
            assertEquals(ErrorCode.MALFORMED to "/envelopes", other.code to other.pointer)
            val one = text.replaceFirst("\n", "\nเ").toByteArray(charset("x-windows-874"))
            val judged = cases.decide(one, lines)
            assertEquals(listOf(1), judged.indices.filter(judged::isError))
            assertEquals(json.filterIndexed { at, _ -> at != 1 }, judged.filterIndexed { at, _ -> at != 1 })
            val few = assertThrows(WireException::class.java) { cases.decide(envelopes.take(3)) }
            assertEquals(ErrorCode.WRONG_LENGTH to "/envelopes", few.code to few.pointer)
        }
    }

    @Test
    fun `cases are created together`() {
        Cases.fresh(Compulsory, 3).use { cases ->
            val decided = cases.decide((1..3).map { referred("C-$it") })
            assertTrue(decided.all { it.value().isAccepted })
            val mixed = listOf("C-1" to OFFICE, "C-2" to NURSE, "C-3" to OFFICE).joinToString("\n") { (id, by) -> referred(id).copy(actor = by).toJson() }
            assertEquals(listOf(true, false, true), cases.decide(mixed, Lines()).let { lines -> lines.indices.map(lines::isAccepted) })
            assertEquals(listOf("accepted", "rejected", "accepted").map { """{"outcome":"$it"}""" }, cases.outcomes(mixed, Lines()))
            val broken = cases.outcomes(mixed.lines().dropLast(1).joinToString("\n", postfix = "\n{}").encodeToByteArray(), Lines())
            assertEquals(listOf(true, false, false) to listOf(false, false, true), broken.indices.map(broken::isAccepted) to broken.indices.map(broken::isError))
            assertNull(cases.get(0)!!.state())
            assertNull(cases.get(3))
        }
    }

    @Test
    fun `what cannot be used is an error in its place`() {
        val both = logs.take(1) + "{}" + logs.drop(1).take(1)
        Cases.replay(Compulsory, both).use { cases ->
            val lines = cases.summaries()
            assertEquals(listOf(false, true, false), lines.indices.map(lines::isError))
            assertThrows(WireException::class.java) { cases.get(1) }
            val owed = cases.obligations(on)
            assertThrows(WireException::class.java) { owed[1].value() }
            assertEquals(Case.replay(Compulsory, logs[0]).obligations(on), owed[0].value())
            val rows = cases.worklist(WorklistQuery(on = on))
            assertEquals("/1", rows.broken.single().pointer.take(2))
            assertTrue(rows.items.isNotEmpty())
        }
    }

    @Test
    fun `a worklist is that of the call`() {
        val many = logs.joinToString("\n") { """{"lifecycle":"compulsory","log":[${it.trim().replace("\n", ",")}]}""" }
        val query = WorklistQuery(on = on)
        Cases.read(many).use { cases ->
            assertEquals(Calls.worklist(many, """{"on":"$on"}"""), cases.worklistText(query))
            assertEquals(1, cases.workload(on).size)
        }
    }

    @Test
    fun `lines are used again`() {
        val lines = Lines().of((1..1000).joinToString("\n").encodeToByteArray())
        assertEquals(1000 to "1000", lines.size to lines.last())
        lines.of("a\n\nb".encodeToByteArray())
        assertEquals(listOf("a", "", "b"), lines.toList())
        assertThrows(IndexOutOfBoundsException::class.java) { lines[3] }
        assertEquals(emptyList<String>(), lines.of(ByteArray(0)))
    }

    @Test
    fun `a case as it was, apart, and with a policy`() {
        missed().use { case ->
            assertEquals("awaiting_acceptance", case.asOf(LocalDate.parse("2021-03-01")).state())
            assertNull(case.asOf(LocalDate.parse("2020-01-01")).state())
            val report = ReportAbsence().sent(at("2021-04-10"), NURSE)
            Policy.read("""{"absence_report_days":3,"first_trace_days":2,"second_trace_days":3,"traces_required":0}""".replace(",\"traces_required\":0", "")).use { policy ->
                assertEquals(3, policy.document().absenceReportDays)
                assertEquals(policy.json(), Policy.of(policy.document()).json())
                assertFalse(case.decide(report, policy).isAccepted)
            }
            assertTrue(case.actions(NURSE, at("2021-04-10")).any { it.action == "report_absence" && !it.allowed })
            assertTrue("\"withheld\"" in case.view(NURSE))
            assertEquals(emptyList<Any>(), case.flags(at("2021-04-10")))
        }
    }

    @Test
    fun `what every event has needs no case distinction, and each is written as it stands in its log`() {
        val log = missed().log()
        val events = Compulsory.events(log)
        assertEquals(log.lines().dropLast(1), events.map { it.toJson() })
        assertEquals(listOf(OFFICE, NURSE, NURSE), events.map { it.actor })
        assertEquals(listOf("2021-03-01", "2021-03-02", "2021-04-03"), events.map { it.at.toLocalDate().toString() })
        assertEquals(listOf("C-1", null, null), events.map { it.caseId })
        assertEquals(3, events.map { it.eventId }.toSet().size)
        assertTrue(events.all { it.rule != null && it.of == null && it.void == null })
    }

    @Test
    fun `effects are written as the decision has them`() {
        val case = Case.fresh(Compulsory).apply { act(referred()).accepted() }
        val asked = RequestCorrection(CorrectionReason.DATA_ERROR).sent(at("2021-03-02"), NURSE).copy(coordinated = true)
        val text = case.act(asked.toJson())
        val decision = Compulsory.decision(text)
        assertEquals(State.RETURNED, decision.state)
        val effects = decision.accepted().effects
        assertEquals(listOf("C-1", "C-1", "C-1"), effects.map { it.caseId })
        assertTrue(effects.joinToString(",", "\"effects\":[", "]") { it.toJson() } in text) { text }
    }

    @Test
    fun `two logs of a case are one`() {
        val base = missed().log()
        val other = Case.replay(Compulsory, base).apply { act(io.github.bosoto.compulsory.RecordReturn(on).sent(at("2021-04-10"), NURSE)).accepted() }
        val merged = Log.of(Compulsory, base).merge(Log.of(Compulsory, other.log()))
        assertEquals(other.log(), merged.text())
        assertEquals("accepted", merged.toCase().state())
        assertEquals(4L, merged.summary().used)
        assertEquals(base, Compulsory.log(Compulsory.events(base)))
    }

    @Test
    fun `everything can be asked away from the thread that asks`() = runBlocking {
        val case = replayAway(Compulsory, logs[0])
        val envelope = ReportAbsence().sent(at("2021-04-10"), NURSE)
        assertEquals(case.decide(envelope), case.decideAway(envelope))
        assertEquals(case.obligations(on), case.obligationsAway(on))
        assertEquals(case.actions(NURSE, at("2021-04-10")), case.actionsAway(NURSE, at("2021-04-10")))
        assertFalse(case.actAway(envelope).isAccepted)
        val one = Log.of(Compulsory, logs[0])
        assertEquals(logs[0], one.mergeAway(one.toCase().let { Log.of(Compulsory, it.log()) }).text())
        assertEquals(0, readAway("").worklistAway(WorklistQuery(on = on)).items.size)
        assertEquals("aftercare", Case.fresh(Aftercare).lifecycle())
    }
}
