package io.github.bosoto.field.android

import android.app.Activity
import android.content.Intent
import android.widget.Button
import android.widget.EditText
import android.widget.RadioButton
import android.widget.TextView
import io.github.bosoto.contract.Lang
import io.github.bosoto.field.RECORDER
import io.github.bosoto.field.TEAM
import io.github.bosoto.field.work.Entry
import java.util.concurrent.Executor
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.android.controller.ActivityController
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import org.robolectric.shadows.ShadowLooper

/** Every screen on Android's own framework: drawn in both languages on a small and a usual phone, and looked through. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], manifest = Config.NONE, application = FieldApplication::class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class ScreensTest {
    private val app get() = RuntimeEnvironment.getApplication() as FieldApplication

    @Test
    fun thai320() = everyScreen(Lang.TH, 320)

    @Test
    fun thai411() = everyScreen(Lang.TH, 411)

    @Test
    fun english320() = everyScreen(Lang.EN, 320)

    @Test
    fun english411() = everyScreen(Lang.EN, 411)

    @Test
    fun atNight() {
        RuntimeEnvironment.setQualifiers("w411dp-h731dp-night-hdpi")
        Village(app).apply { morning(RECORDER); conflict() }
        screen<TodayActivity>("today-night-411") {}
        screen<CaseActivity>("case-night-411", Screen.CASE to "F-3") {}
    }

    private fun everyScreen(lang: Lang, width: Int) {
        RuntimeEnvironment.setQualifiers("w${width}dp-h640dp-hdpi")
        val end = "${lang.word}-$width"
        app.signIn.lang = lang
        screen<SignInActivity>("sign-in-$end") {}
        Village(app).morning(TEAM)
        screen<TodayActivity>("today-$end") {}
        screen<CaseActivity>("case-$end", Screen.CASE to "F-3") {}
        screen<FormActivity>("visit-$end", Screen.CASE to "F-1", Screen.COMMAND to "record_visit") { it.inputs()[0].setText("10/2/2569"); it.choose("not_met"); it.press(0) }
        screen<FormActivity>("help-$end", Screen.CASE to "F-1", Screen.COMMAND to "request_help") {}
        val visit = Entry.all("F-3", app.desk()!!).last().id
        screen<FormActivity>("take-back-$end", Screen.CASE to "F-3", Screen.COMMAND to "withdraw", Screen.ENTRY to visit) {}
        app.signIn.enter(RECORDER.role, RECORDER.organisation)
        screen<FormActivity>("escalate-$end", Screen.CASE to "F-2", Screen.COMMAND to "escalate_help") {}
        screen<FormActivity>("move-$end", Screen.CASE to "F-2", Screen.COMMAND to "relocate") { it.press(0) }
        Village(app).conflict()
        screen<ConflictsActivity>("conflicts-$end") {}
        app.background = Executor { it.run() }
        screen<SyncActivity>("exchange-$end") { it.press(0) }
    }

    private inline fun <reified S : Screen> screen(name: String, vararg extras: Pair<String, String>, does: (Activity) -> Unit) {
        val intent = Intent(app, S::class.java)
        extras.forEach { (key, value) -> intent.putExtra(key, value) }
        val controller: ActivityController<S> = Robolectric.buildActivity(S::class.java, intent).setup()
        does(controller.get())
        ShadowLooper.idleMainLooper()
        Picture.of(controller.get(), name)
        lookedThrough(controller.get(), name)
        controller.pause().stop().destroy()
    }

    /** What can be pressed is large and says what it is; no text is cut off; nothing is wider than the screen. */
    private fun lookedThrough(activity: Activity, name: String) {
        val density = activity.resources.displayMetrics.density
        val titles = Picture.all(Picture.pageOf(activity)).filterIsInstance<TextView>().toList()
        for (view in Picture.all(Picture.pageOf(activity))) {
            if (view.isClickable) {
                assertTrue("$name: small ${view.height / density}", view.height >= 47.5 * density)
                assertTrue("$name: says nothing", view is EditText || !view.contentDescription.isNullOrBlank() || (view as? TextView)?.text?.isNotBlank() == true)
            }
            if (view is EditText) assertTrue("$name: the hint is cut off", view.paint.measureText("${view.hint ?: ""}") <= view.width - view.totalPaddingLeft - view.totalPaddingRight)
            if (view is EditText) assertTrue("$name: a field without its title", titles.any { it.labelFor == view.id && it.text.isNotBlank() })
            if (view is TextView) assertTrue("$name: small text", view.textSize >= 16 * density * 0.99)
            if (view is TextView && view.layout != null) {
                val cut = (0 until view.layout.lineCount).any { view.layout.getEllipsisCount(it) > 0 || view.layout.getLineMax(it) > view.width + 1 }
                assertTrue("$name: cut off", !cut && view.layout.height <= view.height)
            }
        }
    }
}

/** The buttons that do something, from above; what is chosen from is none. */
fun Activity.press(main: Int) {
    val buttons = Picture.all(Picture.pageOf(this)).filter { it.javaClass == Button::class.java }.toList()
    buttons[main].performClick()
}

fun Activity.choose(word: String) {
    Picture.all(Picture.pageOf(this)).filterIsInstance<RadioButton>().first { it.tag == word }.performClick()
}

fun Activity.inputs(): List<EditText> = Picture.all(Picture.pageOf(this)).filterIsInstance<EditText>().toList()
