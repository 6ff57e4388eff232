package io.github.bosoto.field.android

import android.text.InputType
import io.github.bosoto.contract.Lang
import io.github.bosoto.contract.Role
import io.github.bosoto.contract.Text
import io.github.bosoto.field.work.Desk
import io.github.bosoto.field.work.Words

/** Who is working on this phone. */
class SignInActivity : Screen() {
    override fun draw(page: Page, desk: Desk) = drawForNobody(page)

    private var role: Role? = null
    private var organisation = ""
    private var problem: Text? = null

    override fun drawForNobody(page: Page) {
        page.title(say(Words.signIn))
        val inputs = Inputs(this, look)
        val roles = app.signIn.roles
        val chosen = role ?: roles.first().also { role = it }
        page.labelled(say(Words.who), inputs.one(roles.map { it.word to if (app.signIn.lang == Lang.TH) it.th else it.en }, chosen.word) { role = Role.of(it) })
        page.labelled(say(Words.organisation), inputs.words(organisation, InputType.TYPE_CLASS_NUMBER) { organisation = it })
        problem?.let { page.news(say(it), look.wrong) }
        page.button(say(Words.signIn)) { enter() }
        page.button(say(Words.language), isMain = false) { otherLanguage() }
    }

    private fun enter() {
        val known = role ?: return
        problem = app.signIn.whyNot(known, organisation)
        if (problem != null) return redraw()
        storing { app.signIn.enter(known, organisation) } ?: return
        open<TodayActivity>()
        finish()
    }

    private fun otherLanguage() {
        storing { app.signIn.lang = if (app.signIn.lang == Lang.TH) Lang.EN else Lang.TH }
        redraw()
    }
}
