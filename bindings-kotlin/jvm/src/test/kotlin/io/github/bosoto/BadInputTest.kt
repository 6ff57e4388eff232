package io.github.bosoto

import io.github.bosoto.border.plantedFault
import io.github.bosoto.compulsory.Accept
import io.github.bosoto.compulsory.Compulsory
import io.github.bosoto.compulsory.Part1
import io.github.bosoto.compulsory.Refer
import io.github.bosoto.compulsory.ReportAbsence
import io.github.bosoto.contract.Actor
import io.github.bosoto.contract.Address
import io.github.bosoto.contract.Calls
import io.github.bosoto.contract.DataCode
import io.github.bosoto.contract.DataException
import io.github.bosoto.contract.ErrorCode
import io.github.bosoto.contract.IdType
import io.github.bosoto.contract.MaritalStatus
import io.github.bosoto.contract.Person
import io.github.bosoto.contract.PersonId
import io.github.bosoto.contract.Questions
import io.github.bosoto.contract.ReasonKind
import io.github.bosoto.contract.RefusedException
import io.github.bosoto.contract.Role
import io.github.bosoto.contract.Sex
import io.github.bosoto.contract.WireException
import io.github.bosoto.episode.Episode
import java.time.LocalDate
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Whatever comes in, the virtual machine goes on. */
class BadInputTest {
    private fun refused(work: () -> Unit): Pair<ErrorCode, String> =
        assertThrows(WireException::class.java) { work() }.let { it.code to it.pointer }

    @Test
    fun `what the schema forbids is thrown with code and place, and repeats no value`() {
        Case.fresh(Compulsory).use { case ->
            val actor = """{"role":"unit_user","organisation":"10670"}"""
            fun sent(command: String, at: String = "2021-04-17T09:00:00+07:00") =
                refused { case.act("""{"at":"$at","actor":$actor,"command":$command}""") }
            assertEquals(ErrorCode.MALFORMED to "", refused { case.act("{") })
            assertEquals(ErrorCode.MALFORMED to "", refused { case.act("[".repeat(10_000_000)) })
            assertEquals(ErrorCode.UNKNOWN_FIELD to "/command/onn", sent("""{"type":"accept","onn":1}"""))
            assertEquals(ErrorCode.MALFORMED to "/command/on", sent("""{"type":"record_return","on":"2564-04-17"}"""))
            assertEquals(ErrorCode.MALFORMED to "/command/on", sent("""{"type":"record_return","on":"2021-02-30"}"""))
            assertEquals(ErrorCode.MALFORMED to "/at", sent("""{"type":"accept"}""", at = "2021-04-17T09:00:00"))
            val error = assertThrows(WireException::class.java) { case.act("\"สมชาย\"") }
            assertFalse("สมชาย" in error.toString())
        }
        assertEquals(ErrorCode.MALFORMED to "/on", refused { missed().obligations(LocalDate.of(2564, 4, 3)) })
        assertEquals(ErrorCode.MISSING_FIELD to "/log", refused { Case.fresh(Compulsory).due(LocalDate.of(2021, 4, 3)) })
    }

    @Test
    fun `lone surrogates are no characters`() {
        for (lone in listOf("\ud800", "\udc00", "\udc00\ud800", "x\ud83d")) {
            assertEquals(ErrorCode.MALFORMED, refused { missed().act(referred("C-$lone")) }.first)
            assertEquals(ErrorCode.MALFORMED, refused { Case.replay(Compulsory, lone) }.first)
            assertEquals(ErrorCode.UNKNOWN_VALUE to "/lifecycle", refused { Case.replay(lone, "") })
        }
        assertEquals(ErrorCode.MALFORMED to "/value", refused { Questions.checkCell("PERSON", "NAME", "\ud800") })
        assertEquals("\u0000\u0000", mended("\udc00\ud800"))
        assertEquals("ก😀", mended("ก😀"))
    }

    @Test
    fun `so many cases are not made at once`() {
        for (count in listOf(Int.MAX_VALUE, 1_000_001, -1, Int.MIN_VALUE)) {
            assertEquals(ErrorCode.WRONG_LENGTH to "/count", refused { Cases.fresh(Compulsory, count) })
        }
        assertEquals(1_000_000, Cases.fresh(Compulsory, 1_000_000).use { it.size() })
    }

    @Test
    fun `an envelope read as a type is judged as the wire judges it`() {
        val head = """"at":"2021-03-05T09:00:00+07:00","actor":{"role":"unit_user","organisation":"10670"}"""
        fun read(command: String, before: String = head) = refused { Compulsory.envelope("""{$before,$command}""") }
        assertEquals(
            ErrorCode.MALFORMED to "/command",
            read(""""command":{"type":"accept"},"command":{"type":"record_treatment","on":"2021-03-05","program_days":120}"""),
        )
        assertEquals(ErrorCode.UNKNOWN_FIELD to "/command/notte", read(""""command":{"type":"accept","notte":"x"}"""))
        assertEquals(ErrorCode.WRONG_TYPE, read(""""command":{"type":"accept","note":null}""").first)
        for (at in listOf("2564-03-05T09:00:00+07:00", "2021-03-05T09:00+07:00", "2021-03-05T23:59:60+07:00")) {
            assertEquals(ErrorCode.MALFORMED to "/at", read(""""command":{"type":"accept"}""", head.replace("2021-03-05T09:00:00+07:00", at)))
        }
        val marked = Compulsory.envelope("\uFEFF{$head,\"command\":{\"type\":\"accept\"}}")
        assertTrue("\"type\":\"accept\"" in marked.toJson())
    }

    @Test
    fun `logs of different lifecycles are not merged, in neither order, and a log of another lifecycle says so`() {
        Log.of(Compulsory, missed().log()).use { log ->
            Log.of(Episode, "").use { other ->
                assertEquals(ErrorCode.WRONG_TYPE to "/lifecycle", refused { log.merge(other) })
                assertEquals(ErrorCode.WRONG_TYPE to "/lifecycle", refused { other.merge(log) })
            }
            val unknown = assertThrows(UnknownEventException::class.java) { Case.replay(Episode, log.text()) }
            assertTrue("lifecycle" in unknown.en && "กระบวนงาน" in unknown.th)
        }
    }

    @Test
    fun `there are not fewer threads than none`() {
        Cases.fresh(Compulsory, 2).use { cases ->
            assertEquals(ErrorCode.WRONG_TYPE to "/threads", refused { cases.summaries(Lines(), -1) })
        }
        assertEquals(ErrorCode.WRONG_TYPE to "/threads", refused { Cases.replay(Compulsory, listOf(""), Int.MIN_VALUE) })
    }

    @Test
    fun `no envelopes are not as many as cases`() {
        Cases.fresh(Compulsory, 2).use { cases ->
            assertEquals(ErrorCode.WRONG_LENGTH to "/envelopes", refused { cases.decide(emptyList<io.github.bosoto.compulsory.Envelope>()) })
        }
        Cases.fresh(Compulsory, 0).use { cases ->
            assertEquals(0, cases.decide(emptyList<io.github.bosoto.compulsory.Envelope>()).size)
        }
    }

    @Test
    fun `the first and the last instant of Java are no instants here`() {
        for (at in listOf(java.time.OffsetDateTime.MIN, java.time.OffsetDateTime.MAX)) {
            assertEquals(ErrorCode.MALFORMED to "/at", refused { missed().act(Accept().sent(at, Actor(Role.UNIT_USER, "10670"))) })
            assertEquals(ErrorCode.MALFORMED to "/at", refused { missed().flags(at) })
        }
    }

    @Test
    fun `a text of 100 MB is answered`() {
        val long = "x".repeat(100 * 1024 * 1024)
        assertTrue(Calls.rule(long).startsWith("{\"error\""))
        assertEquals(ErrorCode.MALFORMED, refused { Case.replay(Compulsory, long) }.first)
        assertEquals(ErrorCode.MALFORMED, refused { missed().act(long) }.first)
    }

    @Test
    fun `cells and rows are judged, and what is no cell is thrown`() {
        val found = Questions.checkCell("PERSON", "BIRTH", "25330101").single()
        assertEquals("RV-05" to "buddhist_year", found.rule to found.code.word)
        assertTrue(Questions.checkRow("PERSON", mapOf("PID" to CITIZEN_ID, "CID" to null)).isNotEmpty())
        val error = assertThrows(DataException::class.java) { Questions.checkCell("PERSON", "NOTHING", "1") }
        assertEquals(DataCode.UNKNOWN_COLUMN to "PERSON", error.code to error.table)
    }

    @Test
    fun `a refusal is an exception of its kind with rule and first day`() {
        missed().use { case ->
            val decision = case.decide(ReportAbsence().sent(at("2021-04-10"), NURSE))
            assertFalse(decision.isAccepted)
            val early = assertThrows(RefusedException.TooEarly::class.java) { decision.accepted() }
            assertEquals("CT-16" to ReasonKind.TOO_EARLY, early.rule to early.kind)
            assertEquals(LocalDate.parse("2021-04-17"), early.allowedFrom!!.day)
            assertTrue(early.message!!.startsWith(early.th) && early.en in early.message!!)
        }
    }

    @Test
    fun `nothing that is printed holds anything of a person`() {
        val envelope = referred()
        val part1 = Part1(
            Person(PersonId(IdType.PASSPORT, "AA1"), firstName = "Somchai", birthDate = LocalDate.parse("1990-01-02"), sex = Sex.MALE),
            Address(tambon = "810101"),
            income = 9000,
            maritalStatus = MaritalStatus.SINGLE,
        )
        assertEquals(listOf("Part1(…)", "Person(…)", "PersonId(…)"), listOf(part1, part1.person, part1.person.id).map { it.toString() })
        val printed = listOf(envelope, envelope.command, Case.fresh(Compulsory).act(envelope), missed(), Refer("C", 1, "10670", "PB", part1))
        for (text in printed.map { it.toString() }) {
            for (personal in listOf(CITIZEN_ID, "สมชาย", "ใจดี", "0812345678", "AA1", "Somchai", "1990", "male", "9000", "single")) {
                assertFalse(personal in text) { text }
            }
        }
        val unread = assertThrows(UnreadableException::class.java) { Compulsory.decision("""{"outcome":"สมชาย"}""") }
        assertFalse("สมชาย" in unread.stackTraceToString())
    }

    @Test
    fun `a closed handle says so, also where it is an argument`() {
        val (case, policy) = missed() to Policy.read("{}")
        val accept = Accept().sent(at("2021-03-02"), NURSE)
        policy.close()
        policy.close()
        assertThrows(ClosedException::class.java) { policy.json() }
        assertThrows(ClosedException::class.java) { case.decide(accept, policy) }
        assertEquals(3, case.size())
        case.close()
        assertTrue("Case" in assertThrows(ClosedException::class.java) { case.act(accept) }.message!!)
        val log = Log.of(Compulsory, "")
        val other = Log.of(Compulsory, "").apply { close() }
        assertThrows(ClosedException::class.java) { log.merge(other) }
    }

    @Test
    fun `a fault inside the library is an exception, and the next call is answered`() {
        val fault = assertThrows(FaultException::class.java) { across { plantedFault() } }
        assertFalse("planted" in fault.stackTraceToString().lines().first())
        assertEquals(3, missed().size())
    }

    @Test
    fun `16 threads at once, some of which close what others use`() {
        val pool = Executors.newFixedThreadPool(16)
        val shared = missed()
        val work = (0 until 16).map { thread ->
            Callable {
                repeat(100) {
                    assertEquals(1, shared.obligations(LocalDate.parse("2021-04-10")).count { it.what.word == "first_trace" })
                    val own = shared.copy()
                    if (thread % 2 == 0) own.close() else own.use { it.act(ReportAbsence().sent(at("2021-04-10"), NURSE)) }
                }
                if (thread == 15) shared.close()
            }
        }
        val failures = pool.invokeAll(work).mapNotNull { runCatching { it.get() }.exceptionOrNull()?.cause }
        pool.shutdown()
        assertTrue(failures.all { it is ClosedException }) { "$failures" }
    }

    @Test
    fun `what many threads do to one case is done one after the other`() {
        val pool = Executors.newFixedThreadPool(16)
        val case = Case.fresh(Compulsory)
        val decisions = pool.invokeAll((0 until 16).map { Callable { case.act(referred()).isAccepted } }).map { it.get() }
        pool.shutdown()
        assertEquals(1, case.size())
        assertTrue(decisions.any { it })
    }

    @Test
    fun `a log with an event of a later version is refused by its place and kept whole`() {
        val later = """{"type":"teleported","event_id":"x#0","at":"2021-05-01T09:00:00+07:00"}"""
        val text = missed().log() + later + "\n"
        Log.of(Compulsory, text).use { log ->
            val error = assertThrows(UnknownEventException::class.java) { log.toCase() }
            assertEquals("teleported" to "/3/type", error.event to error.error.pointer)
            assertTrue("teleported" in error.message!!)
            val whole = Log.of(Compulsory, missed().log())
            assertEquals("teleported", assertThrows(UnknownEventException::class.java) { log.merge(whole) }.event)
            assertEquals("teleported", assertThrows(UnknownEventException::class.java) { whole.merge(log) }.event)
            assertEquals(text, log.text())
            val summary = log.summary()
            assertEquals(3L to 4L, summary.used to summary.broken.single().line)
            assertEquals("teleported", log.unknown().single())
        }
        assertEquals("teleported", assertThrows(UnknownEventException::class.java) { Case.replay(Compulsory, text) }.event)
        assertEquals("teleported", assertThrows(UnknownEventException::class.java) { Compulsory.events(text) }.event)
    }

    @Test
    fun `an event of a later version is named by its own line, whatever lines are blank or broken`() {
        val later = """{"type":"teleported","event_id":"x#0","at":"2021-05-01T09:00:00+07:00"}"""
        val first = missed().log().lines().first()
        for (text in listOf("$first\n\n$later\n", "\n \r\n$first\r\n\n$later\n$first\n", "$first\nx\n$later", "[$first,$later]")) {
            Log.of(Compulsory, text).use { assertEquals(listOf("teleported"), it.unknown()) { text } }
        }
        assertEquals("teleported", assertThrows(UnknownEventException::class.java) { Case.replay(Compulsory, "$first\n\n$later\n") }.event)
    }

    @Test
    fun `an unknown kind of a person's id is no unknown event`() {
        val text = missed().log().replace("citizen_id", "alien_card")
        assertEquals(ErrorCode.UNKNOWN_VALUE to "/0/part1/person/id/type", refused { Case.replay(Compulsory, text) })
        Log.of(Compulsory, text).use { assertEquals(emptyList<String>(), it.unknown()) }
    }

    @Test
    fun `events are read with all that they hold, or refused`() {
        val log = missed().log()
        val spaced = log.replace("\"type\":", "\"type\":\r")
        assertEquals(Compulsory.events(log), Compulsory.events(spaced))
        val later = log.replaceFirst("{\"type\":\"accepted\"", "{\"type\":\"accepted\",\"weather\":\"rain\"")
        assertEquals(ErrorCode.UNKNOWN_FIELD to "/1/weather", refused { Compulsory.events(later) })
    }
}
