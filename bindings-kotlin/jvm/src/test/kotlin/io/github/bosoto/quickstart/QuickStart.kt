package io.github.bosoto.quickstart

import io.github.bosoto.Case
import io.github.bosoto.compulsory.*
import io.github.bosoto.contract.*
import java.time.LocalDate
import java.time.OffsetDateTime

fun main() {
    val office = Actor(Role.PROBATION_OFFICER, "PB-KBI")
    val nurse = Actor(Role.UNIT_USER, "10670")
    val person = Person(PersonId(IdType.CITIZEN_ID, "3100600445635"), firstName = "สมชาย", lastName = "ใจดี")
    val refer = Refer("C-1", 1, "10670", "PB-KBI", Part1(person, Address(tambon = "810101")))

    Case.fresh(Compulsory).use { case ->
        case.act(refer.sent(OffsetDateTime.parse("2021-03-01T09:00:00+07:00"), office)).accepted()
        case.act(Accept().sent(OffsetDateTime.parse("2021-03-02T09:00:00+07:00"), nurse)).accepted()
        val missed = RecordMissedAppointment(LocalDate.parse("2021-04-03"))
        case.act(missed.sent(OffsetDateTime.parse("2021-04-03T16:00:00+07:00"), nurse)).accepted()

        // Why may the unit not report the absence yet, and from when may it?
        val now = OffsetDateTime.parse("2021-04-10T09:00:00+07:00")
        try {
            case.act(ReportAbsence().sent(now, nurse)).accepted()
        } catch (early: RefusedException.TooEarly) {
            println("${early.rule} ${early.allowedFrom}: ${early.th}")
        }

        // What is owed on that day?
        for (owed in case.due(LocalDate.parse("2021-04-10"))) {
            println("${owed.rule} ${owed.what.th}: ${owed.dueBy}")
        }
        println("${case.state()}: ${case.log().lines().size - 1} events to store")
    }
}
