package io.github.bosoto.field.android

import android.app.Activity
import android.content.Intent
import android.database.sqlite.SQLiteException
import android.os.Bundle
import android.widget.Toast
import io.github.bosoto.contract.Text
import io.github.bosoto.field.work.Desk
import io.github.bosoto.field.work.Words
import io.github.bosoto.field.work.of

/** A screen: drawn anew from the store each time it is seen, so that there is nothing to be kept and nothing to be lost. */
abstract class Screen : Activity() {
    protected val app: FieldApplication get() = application as FieldApplication
    protected lateinit var look: Look
        private set

    /** Draws the screen for whoever is signed in. */
    protected abstract fun draw(page: Page, desk: Desk)

    /** Draws it where nobody is. */
    protected open fun drawForNobody(page: Page) = open<SignInActivity>()

    override fun onCreate(state: Bundle?) {
        look = Look(this)
        setTheme(if (look.isNight) android.R.style.Theme_Material_NoActionBar else android.R.style.Theme_Material_Light_NoActionBar)
        super.onCreate(state)
    }

    override fun onResume() {
        super.onResume()
        redraw()
    }

    /** Draws everything again. */
    protected fun redraw() {
        if (isDestroyed) return
        val page = Page(this, look)
        val desk = app.desk()
        if (desk == null) drawForNobody(page) else draw(page, desk)
        val before = shown?.view?.scrollY ?: 0
        setContentView(page.view)
        page.show(before)
        shown = page
    }

    private var shown: Page? = null

    /** Says what the screen before has left to be said. */
    protected fun saySaid(page: Page) {
        app.said.forEach(page::news)
        app.said = emptyList()
    }

    /** Stores something; where the disk is full that is said, and what is on the screen stays. */
    protected fun <R> storing(work: () -> R): R? = try {
        work()
    } catch (_: SQLiteException) {
        Toast.makeText(this, say(Words.notKept), Toast.LENGTH_LONG).show()
        null
    }

    protected fun say(text: Text): String = text.of(app.signIn.lang)

    protected inline fun <reified S : Screen> open(vararg extras: Pair<String, String>) {
        val intent = Intent(this, S::class.java)
        extras.forEach { (name, value) -> intent.putExtra(name, value) }
        startActivity(intent)
    }

    protected fun extra(name: String): String = intent.getStringExtra(name).orEmpty()

    companion object {
        const val CASE = "case"
        const val COMMAND = "command"

        /** The command that takes back an entry. */
        const val TAKE_BACK = "withdraw"

        /** An entry that a form is about: it takes it back, or stands instead of it. */
        const val ENTRY = "entry"
    }
}
