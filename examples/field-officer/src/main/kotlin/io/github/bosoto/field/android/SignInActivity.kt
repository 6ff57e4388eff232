package io.github.bosoto.field.android

import android.text.InputType
import io.github.bosoto.contract.Lang
import io.github.bosoto.contract.Role
import io.github.bosoto.field.work.Desk
import io.github.bosoto.field.work.Words

/** Who is working on this phone. */
class SignInActivity : Screen() {
    override fun draw(page: Page, desk: Desk) = drawForNobody(page)

    override fun drawForNobody(page: Page) {
        page.title(say(Words.signIn))
        val inputs = Inputs(this, look)
        val roles = inputs.one(app.signIn.roles.map { it.word to if (app.signIn.lang == Lang.TH) it.th else it.en }, app.signIn.roles.first().word) {}
        page.labelled(say(Words.who), roles)
        val organisation = inputs.words("", InputType.TYPE_CLASS_NUMBER) {}
        page.labelled(say(Words.organisation), organisation)
        page.button(say(Words.signIn)) { enter(inputs.chosen(roles), organisation.text.toString()) }
        page.button(say(Words.language), isMain = false) { otherLanguage() }
    }

    private fun enter(role: String?, organisation: String) {
        val known = role?.let(Role::of) ?: return
        if (organisation.isBlank()) return
        app.signIn.enter(known, organisation)
        open<TodayActivity>()
        finish()
    }

    private fun otherLanguage() {
        app.signIn.lang = if (app.signIn.lang == Lang.TH) Lang.EN else Lang.TH
        redraw()
    }
}
