package io.github.bosoto.field

import io.github.bosoto.Policy
import io.github.bosoto.aftercare.AcceptedDecision
import io.github.bosoto.aftercare.Command
import io.github.bosoto.aftercare.Decision
import io.github.bosoto.aftercare.Enrol
import io.github.bosoto.contract.Actor
import io.github.bosoto.contract.Address
import io.github.bosoto.contract.IdType
import io.github.bosoto.contract.Lang
import io.github.bosoto.contract.Person
import io.github.bosoto.contract.PersonId
import io.github.bosoto.contract.Role
import io.github.bosoto.field.exchange.FolderExchange
import io.github.bosoto.field.store.CaseStore
import io.github.bosoto.field.store.Database
import io.github.bosoto.field.store.Purpose
import io.github.bosoto.field.work.Desk
import io.github.bosoto.field.work.FormScreen
import io.github.bosoto.aftercare.Envelope
import java.io.File
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.OffsetDateTime
import java.time.ZoneId
import java.time.ZoneOffset
import java.util.UUID
import org.junit.jupiter.api.Assertions.assertNotNull

val TEAM = Actor(Role.FIELD_TEAM, "810101")
val RECORDER = Actor(Role.DISTRICT_RECORDER, "8101")

/** A device's clock that a test sets; it may be wrong. */
class SetClock(var now: Instant) : Clock() {
    override fun instant(): Instant = now
    override fun getZone(): ZoneId = ZoneOffset.UTC
    override fun withZone(zone: ZoneId): Clock = this

    fun set(minute: String) {
        now = OffsetDateTime.parse("$minute:00+07:00").toInstant()
    }

    fun pass(time: Duration) {
        now = now.plus(time)
    }
}

/** A phone or an office computer: its database, its clock, who works on it. */
class Device(val name: String, folder: File, val actor: Actor, start: String, database: (File) -> Database = ::JdbcDatabase) : AutoCloseable {
    private val database = database(File(folder, "$name.sqlite"))
    val store = CaseStore(this.database)
    val clock = SetClock(OffsetDateTime.parse("$start:00+07:00").toInstant())

    fun desk(lang: Lang = Lang.TH, policy: Policy? = null): Desk = Desk(store, actor, clock, lang, policy)

    /** Gives a command that is accepted. */
    fun does(caseId: String, command: Command): AcceptedDecision = tries(caseId, command).accepted()

    fun tries(caseId: String, command: Command): Decision {
        val desk = desk()
        return desk.act(caseId, Envelope(UUID.randomUUID().toString(), caseId, desk.now(), actor = actor, command = command).toJson())
    }

    /** Fills in a form, by the places of its fields, and sends it. */
    fun fills(caseId: String, command: String, vararg answers: Pair<String, String>): FormScreen {
        val form = FormScreen(desk(), caseId, command)
        form.fill(*answers)
        assertNotNull(form.send()) { "${form.problems} ${form.refusals}" }
        return form
    }

    override fun close() = database.close()
}

fun FormScreen.fill(vararg answers: Pair<String, String>) = answers.forEach { (path, answer) -> write(fields.first { it.path == path }, answer) }

/** A made-up person who has finished the training. */
fun enrolment(caseId: String, name: String, graduatedOn: String, tambon: String = "810101"): Enrol = Enrol(
    caseId,
    Person(PersonId(IdType.CITIZEN_ID, "3100600445635"), firstName = name, lastName = "ใจดี"),
    LocalDate.parse(graduatedOn),
    "ค่ายศูนย์ขวัญแผ่นดิน",
    Address(houseNo = "12", moo = "3", tambon = tambon),
)

/** The form that somebody has half filled for a command; of an ordinary form, [about] is empty. */
fun Device.draft(caseId: String, command: String, about: String = "") = store.draft(Purpose(caseId, command, about, desk().user))

/** The folders through which a device and its district exchange files. */
fun toDistrict(folder: File, name: String) = FolderExchange(File(folder, "$name-to-district"), File(folder, "district-to-$name"))
fun toPhone(folder: File, name: String) = FolderExchange(File(folder, "district-to-$name"), File(folder, "$name-to-district"))
