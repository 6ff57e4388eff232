package io.github.bosoto.field.android

import io.github.bosoto.field.exchange.Report
import io.github.bosoto.field.exchange.Sync
import io.github.bosoto.field.work.Conflicts
import io.github.bosoto.field.work.Desk
import io.github.bosoto.field.work.Words
import java.io.IOException

/** Exchanges with the district; it can be left or killed at any moment, and done again. */
class SyncActivity : Screen() {
    private var report: Report? = null
    private var isRunning = false

    override fun draw(page: Page, desk: Desk) {
        page.title(desk.say(Words.sync))
        report?.let { said(page, desk, it) }
        page.body(desk.say(if (isRunning) Words.syncing else Words.unsent))
        if (!isRunning) page.button(desk.say(Words.sync)) { run() }
        val open = Conflicts(desk).open().size
        if (open > 0) page.button("${desk.say(Words.conflicts)}: $open", isMain = false) { open<ConflictsActivity>() }
    }

    private fun said(page: Page, desk: Desk, report: Report) {
        page.news("${desk.say(Words.synced)} ${report.changed}")
        report.refused.forEach { page.news(desk.say(it), look.wrong) }
    }

    private fun run() {
        isRunning = true
        redraw()
        app.background.execute {
            val report = try {
                Sync(app.store, app.exchange, givesNotices = true).run()
            } catch (_: IOException) {
                Report(0, listOf(Words.notSynced))
            }
            app.screens.execute {
                this.report = report
                isRunning = false
                redraw()
            }
        }
    }
}
