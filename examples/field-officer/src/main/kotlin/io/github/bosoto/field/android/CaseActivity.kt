package io.github.bosoto.field.android

import io.github.bosoto.field.work.Button
import io.github.bosoto.field.work.CaseScreen
import io.github.bosoto.field.work.Desk
import io.github.bosoto.field.work.Words

/** A case: what is owed, what can be done, what cannot and why, and what was entered. */
class CaseActivity : Screen() {
    override fun draw(page: Page, desk: Desk) {
        val case = CaseScreen(desk, extra(CASE))
        page.title(case.person.name.ifEmpty { case.caseId })
        page.quiet(case.state)
        page.quiet("${desk.say(Words.residence)}: ${case.person.residence}")
        saySaid(page)
        if (case.owed.isNotEmpty()) page.heading(desk.say(Words.owed))
        case.owed.forEach { page.body(it) }
        val (can, cannot) = case.buttons.partition { it.isAllowed }
        if (can.isNotEmpty()) page.heading(desk.say(Words.can))
        can.forEach { page.button(it.label) { open<FormActivity>(CASE to case.caseId, COMMAND to it.command) } }
        page.heading(desk.say(Words.history))
        case.history.forEach { entry(page, desk, case.caseId, it) }
        if (cannot.isNotEmpty()) page.heading(desk.say(Words.cannot))
        cannot.forEach { refused(page, it) }
    }

    private fun refused(page: Page, button: Button) {
        val title = listOfNotNull(button.label, button.from).joinToString(" · ")
        page.card(listOf(Page.Line(title, isBold = true)) + button.reasons.map { Page.Line(it, Look.SMALL, look.quiet) })
    }

    private fun entry(page: Page, desk: Desk, caseId: String, line: CaseScreen.Line) {
        val entry = line.entry
        val lines = listOfNotNull(
            Page.Line(entry.label, isBold = true),
            line.mark?.let { Page.Line(it, Look.SMALL, look.wrong, isBold = true) },
        ) + entry.details.map { Page.Line(it, Look.SMALL) } +
            Page.Line("${entry.day} · ${desk.say(Words.by)} ${entry.by}", Look.SMALL, look.quiet)
        page.card(lines)
        if (line.canTakeBack) {
            page.button(desk.forms.getValue(TAKE_BACK).title, isMain = false) {
                open<FormActivity>(CASE to caseId, COMMAND to TAKE_BACK, ENTRY to entry.id)
            }.contentDescription = "${desk.forms.getValue(TAKE_BACK).title}: ${entry.label}, ${entry.day}"
        }
    }
}
