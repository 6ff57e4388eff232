package io.github.bosoto.field.android

import io.github.bosoto.Log
import io.github.bosoto.aftercare.Aftercare
import io.github.bosoto.aftercare.Command
import io.github.bosoto.aftercare.Envelope
import io.github.bosoto.aftercare.EscalateHelp
import io.github.bosoto.aftercare.ProvideHelp
import io.github.bosoto.aftercare.RecordVisit
import io.github.bosoto.aftercare.RequestHelp
import io.github.bosoto.aftercare.VisitResult
import io.github.bosoto.contract.Actor
import io.github.bosoto.contract.HelpKind
import io.github.bosoto.contract.Lang
import io.github.bosoto.field.RECORDER
import io.github.bosoto.field.SetClock
import io.github.bosoto.field.TEAM
import io.github.bosoto.field.enrolment
import io.github.bosoto.field.work.Desk
import java.time.Instant
import java.time.LocalDate
import java.util.UUID

/** Made-up people whom a team follows, in the phone of a test. */
class Village(private val app: FieldApplication) {
    private val clock = SetClock(Instant.EPOCH)

    /** The phone on a morning, with its people, somebody signed in. */
    fun morning(actor: Actor = TEAM) {
        app.store.transaction { app.store["policy"] = """{"visit_cadence":"rolling"}""" }
        app.clock = clock
        clock.set("2026-01-25T09:00")
        listOf("สมชาย" to "2026-01-05", "วิภา" to "2026-01-19", "ประยูร" to "2026-01-12", "มาลี" to "2026-01-24").forEachIndexed { place, (name, day) ->
            does("F-${place + 1}", RECORDER, enrolment("F-${place + 1}", name, day))
        }
        clock.set("2026-01-28T10:00")
        does("F-3", TEAM, RecordVisit(LocalDate.parse("2026-01-28"), VisitResult.NOT_MET, note = "บ้านปิด เพื่อนบ้านแจ้งว่าไปทำงาน"))
        does("F-2", TEAM, RequestHelp("h-2", HelpKind.OCCUPATION, "ขาดเครื่องมือทำกิน"))
        clock.set("2026-02-05T08:30")
        app.signIn.enter(actor.role, actor.organisation)
    }

    /** Two of the district do what does not fit together. */
    fun conflict() {
        val before = app.store.log("F-2")
        clock.set("2026-02-02T09:00")
        does("F-2", RECORDER, ProvideHelp("h-2", LocalDate.parse("2026-02-02"), "ศป.ปส.อ."))
        val office = app.store.log("F-2")
        app.store.transaction { app.store.replace("F-2", before) }
        clock.set("2026-02-04T09:00")
        does("F-2", RECORDER, EscalateHelp("h-2", "งบประมาณของอำเภอไม่พอ"))
        val merged = Log.of(Aftercare, app.store.log("F-2")).use { own -> Log.of(Aftercare, office).use { own.merge(it).use(Log::text) } }
        app.store.transaction { app.store.replace("F-2", merged) }
        clock.set("2026-02-05T08:30")
    }

    private fun does(caseId: String, actor: Actor, command: Command) {
        val desk = Desk(app.store, actor, clock, Lang.TH)
        desk.act(caseId, Envelope(UUID.randomUUID().toString(), caseId, desk.now(), actor = actor, command = command).toJson()).accepted()
    }
}
