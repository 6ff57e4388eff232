package io.github.bosoto.field.android

import android.view.View
import io.github.bosoto.field.form.Answers
import io.github.bosoto.field.form.Field
import io.github.bosoto.field.form.Kind
import io.github.bosoto.field.work.Conflicts
import io.github.bosoto.field.work.Desk
import io.github.bosoto.field.work.FormScreen
import io.github.bosoto.field.work.Person
import io.github.bosoto.field.work.Words

/** A form, drawn from what the library says of the command. */
class FormActivity : Screen() {
    override fun draw(page: Page, desk: Desk) {
        val form = form(desk)
        page.title(form.title)
        page.quiet(desk.ask(form.caseId) { Person.of(it, desk) }.name)
        form.about?.let { about ->
            val head = Page.Line("${about.label} · ${about.day}", isBold = true)
            page.card(listOf(head) + about.details.map { Page.Line(it, Look.SMALL) })
        }
        form.refusals.forEach { page.news(it, look.wrong) }
        form.fields.forEachIndexed { place, field ->
            val before = form.fields.getOrNull(place - 1)?.group
            field.group?.takeIf { it != before }?.let(page::heading)
            draw(page, desk, form, field)
        }
        page.button(desk.say(Words.save)) { send(desk, form) }
    }

    private var shown: FormScreen? = null

    /** The form as it is kept; after a refusal, the one that was refused. */
    private fun form(desk: Desk): FormScreen = shown?.takeIf { it.isFor(desk) } ?: opened(desk).also { shown = it }

    /** One that takes an entry back, one instead of an entry while that conflict is open, or an ordinary one. */
    private fun opened(desk: Desk): FormScreen {
        val (caseId, command, entry) = listOf(extra(CASE), extra(COMMAND), extra(ENTRY))
        if (command == TAKE_BACK) return FormScreen(desk, caseId, command, mapOf("event_id" to entry))
        val conflict = if (entry.isEmpty()) null else Conflicts(desk).open().find { it.entry.key == entry }
        return conflict?.let { Conflicts(desk).instead(it, command) } ?: FormScreen(desk, caseId, command)
    }

    private fun draw(page: Page, desk: Desk, form: FormScreen, field: Field) {
        val title = if (field.isRequired) "${field.title} (${desk.say(Words.required)})" else field.title
        val input = input(desk, form, field)
        page.labelled(title, input)
        form.problems[field.path]?.let { page.news(it, look.wrong) }
    }

    private fun input(desk: Desk, form: FormScreen, field: Field): View {
        val inputs = Inputs(this, look)
        val now = form.answer(field)
        val changed = { answer: String -> storing { form.write(field, answer) } ?: Unit }
        return when (val kind = field.kind) {
            Kind.Words -> inputs.prose(now, field.maxLength, changed)
            Kind.Day -> inputs.words(now, hint = hint(desk), changed = changed)
            is Kind.One -> inputs.one(kind.options.map { it.word to it.title }, now, changed)
            is Kind.Several -> inputs.several(kind.options.map { it.word to it.title }, now.split(',').toSet()) { changed(it.joinToString(",")) }
        }
    }

    private fun hint(desk: Desk): String = "${desk.say(Words.dayHint)} ${Answers.thai(desk.today().toString())}"

    private fun send(desk: Desk, form: FormScreen) {
        val done = storing { form.send() } ?: return redraw()
        app.said = listOf(desk.say(Words.saved)) + done.warnings
        finish()
    }
}
