package io.github.bosoto.field.android

import io.github.bosoto.field.work.Conflicts
import io.github.bosoto.field.work.Desk
import io.github.bosoto.field.work.Words

/** Entries that do not fit together since an exchange: why, in words, and what can be entered instead. */
class ConflictsActivity : Screen() {
    override fun draw(page: Page, desk: Desk) {
        page.title(desk.say(Words.conflicts))
        saySaid(page)
        val conflicts = Conflicts(desk)
        val open = conflicts.open()
        if (open.isEmpty()) page.body(desk.say(Words.noConflicts))
        open.forEach { conflict(page, desk, conflicts, it) }
    }

    private fun conflict(page: Page, desk: Desk, conflicts: Conflicts, open: Conflicts.Open) {
        val entry = open.entry
        val lines = listOf(Page.Line(open.name, isBold = true), Page.Line(entry.label, isBold = true)) +
            entry.details.map { Page.Line(it, Look.SMALL) } +
            Page.Line("${entry.day} · ${desk.say(Words.by)} ${entry.by}", Look.SMALL, look.quiet) +
            Page.Line(open.why, Look.SMALL, look.wrong)
        page.card(lines)
        if (open.possible.isNotEmpty()) page.quiet(desk.say(Words.instead))
        open.possible.forEach { button ->
            page.button(button.label) { open<FormActivity>(CASE to open.caseId, COMMAND to button.command, ENTRY to entry.key) }
        }
        page.button(desk.say(Words.understood), isMain = false) {
            storing { conflicts.understood(open) }
            redraw()
        }
    }
}
