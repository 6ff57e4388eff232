package io.github.bosoto.field.android

import io.github.bosoto.field.exchange.Report
import io.github.bosoto.field.exchange.Sync
import io.github.bosoto.field.work.Conflicts
import io.github.bosoto.field.work.Desk
import io.github.bosoto.field.work.Words

/** Exchanges with the district; it can be left or killed at any moment, and done again. */
class SyncActivity : Screen() {
    private var report: Report? = null
    private var hasFailed = false
    private var isRunning = false

    override fun draw(page: Page, desk: Desk) {
        page.title(desk.say(Words.sync))
        report?.let { said(page, desk, it) }
        if (hasFailed) page.news(desk.say(Words.notSynced), look.wrong)
        page.body(desk.say(if (isRunning) Words.syncing else Words.unsent))
        if (!isRunning) page.button(desk.say(Words.sync)) { run() }
        val open = Conflicts(desk).open().size
        if (open > 0) page.button("${desk.say(Words.conflicts)}: $open", isMain = false) { open<ConflictsActivity>() }
    }

    private fun said(page: Page, desk: Desk, report: Report) {
        page.news("${desk.say(Words.synced)} ${report.changed}")
        report.refused.forEach { page.news(desk.say(it), look.wrong) }
    }

    /** What came of it; null where it failed, for a full disk or a card that was taken out, or whatever it was: the store is whole. */
    private fun exchanged(): Report? = try {
        Sync(app.store, app.exchange, givesNotices = true).run()
    } catch (_: Throwable) {
        null
    }

    private fun run() {
        isRunning = true
        redraw()
        app.background.execute {
            val report = exchanged()
            app.screens.execute {
                this.report = report
                hasFailed = report == null
                isRunning = false
                redraw()
            }
        }
    }
}
