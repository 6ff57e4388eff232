package io.github.bosoto.field

import io.github.bosoto.contract.Lang
import io.github.bosoto.field.exchange.Exchange
import io.github.bosoto.field.exchange.Parcel
import io.github.bosoto.field.exchange.Sync
import io.github.bosoto.field.store.CaseStore
import io.github.bosoto.field.store.Database
import io.github.bosoto.field.work.Desk
import io.github.bosoto.field.work.FormScreen
import java.io.File
import java.time.Instant

/** Ends the virtual machine at the n-th thing that changes anything: a statement, a commit, a file given or taken. */
private class Countdown(var left: Int) {
    fun tick() {
        if (--left == 0) Runtime.getRuntime().halt(KILLED)
    }
}

private class DyingDatabase(private val database: Database, private val countdown: Countdown) : Database by database {
    override fun <R> transaction(work: () -> R): R {
        val result = database.transaction { work().also { countdown.tick() } }
        countdown.tick()
        return result
    }

    override fun run(sql: String, vararg values: String) {
        database.run(sql, *values)
        countdown.tick()
    }
}

private class DyingExchange(private val exchange: Exchange, private val countdown: Countdown) : Exchange by exchange {
    override fun give(parcel: Parcel) = exchange.give(parcel).also { countdown.tick() }
    override fun taken(parcel: Parcel) = exchange.taken(parcel).also { countdown.tick() }
}

/** Arguments: what is done, the folder, the device, and where to die. Ends with 0 where it came through. */
fun main(arguments: Array<String>) {
    val (work, folder, name, place) = arguments
    val countdown = Countdown(Int.MAX_VALUE)
    JdbcDatabase(File(folder, "$name.sqlite")).use { database ->
        val store = CaseStore(DyingDatabase(database, countdown))
        val exchange = DyingExchange(toDistrict(File(folder), name), countdown)
        countdown.left = place.toInt()
        when (work) {
            "sync" -> Sync(store, exchange, givesNotices = true).run()
            "form" -> sendsForm(store)
        }
    }
}

/** An escalation of the help that was asked for in F-1. */
private fun sendsForm(store: CaseStore) {
    val clock = SetClock(Instant.EPOCH).apply { set("2026-02-05T09:00") }
    val form = FormScreen(Desk(store, RECORDER, clock, Lang.TH), "F-1", "escalate_help")
    form.fill("help_id" to "h", "reason" to "งบประมาณไม่พอ")
    checkNotNull(form.send())
}

/** Runs some work that dies at a place, in a virtual machine of its own; whether it died. */
fun dies(work: String, folder: File, name: String, place: Int): Boolean {
    val java = File(System.getProperty("java.home"), "bin/java").path
    val options = listOf("-Dfile.encoding=UTF-8", "-XX:TieredStopAtLevel=1")
    val command = listOf(java, "-cp", System.getProperty("java.class.path")) + options + listOf("io.github.bosoto.field.KilledKt", work, folder.path, name, "$place")
    val ended = ProcessBuilder(command).inheritIO().start().waitFor()
    check(ended == 0 || ended == KILLED) { "ended with $ended" }
    return ended == KILLED
}

private const val KILLED = 137
