package io.github.bosoto.field.android

import io.github.bosoto.contract.Lang
import io.github.bosoto.field.work.Conflicts
import io.github.bosoto.field.work.Desk
import io.github.bosoto.field.work.Today
import io.github.bosoto.field.work.Words

/** The work of the day, in the library's order. */
class TodayActivity : Screen() {
    override fun draw(page: Page, desk: Desk) {
        page.title(desk.say(Words.today))
        page.quiet("${desk.say(desk.today())} · ${desk.say(desk.actor.role)} ${desk.actor.organisation}")
        saySaid(page)
        conflicts(page, desk)
        val rows = Today(desk).rows()
        rows.broken.forEach { page.news(it, look.wrong) }
        if (!rows.hasCases) page.news(desk.say(Words.noCases)) else if (rows.today.isEmpty()) page.body(desk.say(Words.nothing))
        rows.today.forEach { row(page, desk, it) }
        if (rows.later.isNotEmpty()) page.heading(desk.say(Words.later))
        rows.later.forEach { row(page, desk, it) }
        page.button(desk.say(Words.sync)) { open<SyncActivity>() }
        page.button(desk.say(Words.change), isMain = false) { open<SignInActivity>() }
        page.button(desk.say(Words.language), isMain = false) { otherLanguage() }
    }

    private fun conflicts(page: Page, desk: Desk) {
        val open = Conflicts(desk).open().size
        if (open == 0) return
        val line = Page.Line("${desk.say(Words.conflicts)}: $open", colour = look.wrong, isBold = true)
        page.card(listOf(line)) { open<ConflictsActivity>() }
    }

    private fun row(page: Page, desk: Desk, row: Today.Row) {
        val lines = listOf(
            Page.Line(row.name.ifEmpty { row.caseId }, isBold = true),
            Page.Line(row.because, Look.SMALL, look.of(row.urgency), isBold = true),
            Page.Line(row.what, Look.SMALL),
            Page.Line("${row.day} · ${row.rule}", Look.SMALL, look.quiet),
        )
        page.card(lines) { open<CaseActivity>(CASE to row.caseId) }
    }

    private fun otherLanguage() {
        storing { app.signIn.lang = if (app.signIn.lang == Lang.TH) Lang.EN else Lang.TH }
        redraw()
    }
}
