package io.github.bosoto

import io.github.bosoto.compulsory.Accept
import io.github.bosoto.compulsory.Envelope
import io.github.bosoto.compulsory.Compulsory
import io.github.bosoto.compulsory.Part1
import io.github.bosoto.compulsory.RecordMissedAppointment
import io.github.bosoto.compulsory.Refer
import io.github.bosoto.contract.Actor
import io.github.bosoto.contract.Address
import io.github.bosoto.contract.IdType
import io.github.bosoto.contract.Person
import io.github.bosoto.contract.PersonId
import io.github.bosoto.contract.Role
import java.time.LocalDate
import java.time.OffsetDateTime

val OFFICE = Actor(Role.PROBATION_OFFICER, "PB-KBI")
val NURSE = Actor(Role.UNIT_USER, "10670")

/** A made-up id with a valid check digit. */
const val CITIZEN_ID = "3100600445635"

fun at(text: String): OffsetDateTime = OffsetDateTime.parse("${text}T09:00:00+07:00")

fun referred(id: String = "C-1"): Envelope {
    val person = Person(PersonId(IdType.CITIZEN_ID, CITIZEN_ID), firstName = "สมชาย", lastName = "ใจดี")
    val part1 = Part1(person, Address(tambon = "810101"), phone = "0812345678")
    return Refer(id, 1, "10670", "PB-KBI", part1).sent(at("2021-03-01"), OFFICE)
}

/** A case in which an appointment was missed. */
fun missed(id: String = "C-1"): Case = Case.fresh(Compulsory).also { case ->
    case.act(referred(id)).accepted()
    case.act(Accept().sent(at("2021-03-02"), NURSE)).accepted()
    case.act(RecordMissedAppointment(LocalDate.parse("2021-04-03")).sent(at("2021-04-03"), NURSE)).accepted()
}
