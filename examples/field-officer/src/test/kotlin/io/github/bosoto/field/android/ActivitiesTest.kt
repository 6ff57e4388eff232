package io.github.bosoto.field.android

import android.app.Activity
import android.content.Intent
import android.database.sqlite.SQLiteFullException
import android.view.View
import android.widget.EditText
import android.widget.TextView
import io.github.bosoto.field.Device
import io.github.bosoto.field.RECORDER
import io.github.bosoto.field.TEAM
import io.github.bosoto.field.enrolment
import io.github.bosoto.field.exchange.Exchange
import io.github.bosoto.field.exchange.FolderExchange
import io.github.bosoto.field.exchange.Parcel
import io.github.bosoto.field.exchange.Sync
import io.github.bosoto.field.store.Purpose
import java.io.File
import java.io.IOException
import java.util.concurrent.Executor
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowLooper
import org.robolectric.shadows.ShadowToast

/** What the screens do, on Android's own framework and its SQLite. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], manifest = Config.NONE, application = FieldApplication::class, qualifiers = "w320dp-h640dp-hdpi")
class ActivitiesTest {
    @get:Rule val folder = TemporaryFolder()

    private val app get() = RuntimeEnvironment.getApplication() as FieldApplication

    @Test
    fun `from signing in to a visit that is saved`() {
        Village(app).morning()
        app.signIn.enter(RECORDER.role, "9999")
        val signIn = shown<SignInActivity>()
        signIn.inputs().single().setText("810101")
        signIn.press("ลงชื่อเข้าใช้")
        assertEquals(TEAM, app.signIn.actor)

        val today = shown<TodayActivity>()
        cards(today).first { "สมชาย" in it.contentDescription }.performClick()
        val toCase = shadowOf(today).nextStartedActivity
        val case = shown<CaseActivity>(toCase)
        case.press("บันทึกการติดตาม")
        val form = shown<FormActivity>(shadowOf(case).nextStartedActivity)
        form.choose("met")
        form.press("บันทึก")
        assertTrue(form.isFinishing)
        assertEquals(2, app.store.events("F-1").size)
        assertTrue("บันทึกแล้ว เก็บไว้ในเครื่องและจะส่งเมื่อแลกเปลี่ยนข้อมูล" in texts(shown<CaseActivity>(toCase)))
    }

    @Test
    fun `a form goes on where it was when Android had ended the process`() {
        Village(app).morning()
        val intent = Intent(app, FormActivity::class.java).putExtra(Screen.CASE, "F-1").putExtra(Screen.COMMAND, "request_help")
        val before = Robolectric.buildActivity(FormActivity::class.java, intent).setup()
        before.get().choose("housing")
        before.get().inputs().single().setText("หลังคารั่ว")

        val after = shown<FormActivity>(intent)
        assertEquals("หลังคารั่ว", after.inputs().single().text.toString())
        after.press("บันทึก")
        assertEquals(2, app.store.events("F-1").size)
        assertNull(app.store.draft(Purpose("F-1", "request_help", "", app.desk()!!.user)))
    }

    @Test
    fun `a refusal is shown and the page goes on where it was`() {
        Village(app).morning()
        val form = shown<FormActivity>(Intent(app, FormActivity::class.java).putExtra(Screen.CASE, "F-1").putExtra(Screen.COMMAND, "record_visit"))
        form.choose("met")
        form.inputs().first().setText("ไม่ทราบ")
        form.press("บันทึก")
        assertTrue(!form.isFinishing)
        assertEquals(1, app.store.events("F-1").size)
        assertEquals("ไม่ทราบ", form.inputs().first().text.toString())
    }

    @Test
    fun `a mistake is taken back from its entry`() {
        Village(app).morning()
        val case = shown<CaseActivity>(Intent(app, CaseActivity::class.java).putExtra(Screen.CASE, "F-3"))
        case.press("ถอนรายการที่บันทึกผิด")
        val form = shown<FormActivity>(shadowOf(case).nextStartedActivity)
        assertTrue(texts(form).contains("ไม่พบตัว"))
        form.press("บันทึก")
        assertTrue(texts(form).contains("ช่องข้อมูลขาดไป"))
        form.inputs().single().setText("กดผิดราย")
        form.press("บันทึก")
        assertTrue(form.isFinishing)
        assertTrue(texts(shown<CaseActivity>(Intent(app, CaseActivity::class.java).putExtra(Screen.CASE, "F-3"))).contains("ถอนแล้ว"))
    }

    @Test
    fun `what the district has sent is taken in, and everything is given to it`() {
        app.background = Executor { it.run() }
        app.signIn.enter(TEAM.role, TEAM.organisation)
        val office = Device("office", folder.root, RECORDER, "2026-02-01T09:00", ::PhoneDatabase)
        office.does("F-1", enrolment("F-1", "สมชาย", "2026-01-15"))
        val shared = app.getExternalFilesDir(null)!!
        val exchange = FolderExchange(File(shared, "from-district"), File(shared, "to-district"))
        Sync(office.store, exchange, givesNotices = false).give()
        val screen = shown<SyncActivity>()
        screen.press("แลกเปลี่ยนข้อมูลกับอำเภอ")
        ShadowLooper.idleMainLooper()
        assertTrue(texts(screen).contains("จำนวนเคสที่เปลี่ยนแปลง 1"))
        assertEquals(office.store.all(), app.store.all())
        assertEquals(0, Sync(office.store, exchange, givesNotices = false).takeIn().changed)
        office.close()
    }

    @Test
    fun `a code that is none of the role's is refused beside its field, with Thai digits it is one, and no case of it is no work done`() {
        Village(app).morning()
        val signIn = shown<SignInActivity>()
        signIn.inputs().single().setText("8101")
        signIn.press("ลงชื่อเข้าใช้")
        assertTrue("รหัสตำบล 6 หลัก โปรดแก้ไขรหัส" in texts(signIn))
        assertEquals("8101", signIn.inputs().single().text.toString())
        signIn.choose("district_recorder")
        signIn.press("ลงชื่อเข้าใช้")
        assertEquals(RECORDER, app.signIn.actor)

        app.signIn.enter(TEAM.role, "๘๑๐๑๐๑")
        assertEquals(TEAM, app.signIn.actor)
        assertTrue("ยังไม่มีเคสในพื้นที่" !in texts(shown<TodayActivity>()))
        app.signIn.enter(TEAM.role, "810102")
        val nobodys = texts(shown<TodayActivity>())
        assertTrue("ยังไม่มีเคสในพื้นที่" in nobodys && "วันนี้ไม่มีงานค้าง" !in nobodys)
    }

    @Test
    fun `a damaged line does not close the first screen, and its case is named`() {
        Village(app).morning()
        app.store.transaction { app.store.append("F-9", "{\"void\":") }
        val today = shown<TodayActivity>()
        assertTrue("รหัสเคส F-9" in texts(today))
        assertTrue(cards(today).any { "สมชาย" in it.contentDescription })
        assertTrue("แลกเปลี่ยนข้อมูล" in texts(shown<SyncActivity>()))
    }

    @Test
    fun `whatever an exchange fails for is said, and nothing ends`() {
        app.background = Executor { it.run() }
        app.signIn.enter(TEAM.role, TEAM.organisation)
        listOf(SQLiteFullException(), IOException(), OutOfMemoryError()).forEach { failure ->
            app.exchange = object : Exchange {
                override fun give(parcel: Parcel) = Unit
                override fun superseded(name: String) = Unit
                override fun waiting(): List<Parcel> = throw failure
                override fun taken(parcel: Parcel) = Unit
            }
            val screen = shown<SyncActivity>()
            screen.press("แลกเปลี่ยนข้อมูลกับอำเภอ")
            ShadowLooper.idleMainLooper()
            assertTrue("แลกเปลี่ยนข้อมูลไม่สำเร็จ" in texts(screen))
        }
    }

    @Test
    fun `where nothing can be stored, that is said, and the form stays as it was filled in`() {
        Village(app).morning()
        val form = shown<FormActivity>(Intent(app, FormActivity::class.java).putExtra(Screen.CASE, "F-1").putExtra(Screen.COMMAND, "record_visit"))
        form.choose("met")
        app.store.transaction { full() }
        form.inputs().last().setText("บ้านปิด")
        form.press("บันทึก")
        assertTrue(ShadowToast.getTextOfLatestToast().startsWith("เก็บข้อมูลไม่ได้"))
        assertEquals("บ้านปิด", form.inputs().last().text.toString())
        assertTrue(!form.isFinishing)
    }

    /** Each statement that would put something into the store fails as on a full disk. */
    private fun full() = listOf("event", "form").forEach { table ->
        app.database.run("CREATE TRIGGER full_$table BEFORE INSERT ON $table BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END")
    }

    @Test
    fun `a form that lies behind another user's screens is drawn as that user's own`() {
        Village(app).morning()
        val intent = Intent(app, FormActivity::class.java).putExtra(Screen.CASE, "F-1").putExtra(Screen.COMMAND, "record_visit")
        val form = Robolectric.buildActivity(FormActivity::class.java, intent).setup()
        form.get().inputs().last().setText("ทีมเขียน")
        form.pause()
        app.signIn.enter(RECORDER.role, RECORDER.organisation)
        form.resume()
        assertEquals("", form.get().inputs().last().text.toString())
        app.signIn.enter(TEAM.role, TEAM.organisation)
        form.pause().resume()
        assertEquals("ทีมเขียน", form.get().inputs().last().text.toString())
    }

    @Test
    fun `Android's SQLite keeps all of a transaction or nothing`() {
        val file = folder.newFile()
        PhoneDatabase(file).use { database ->
            database.transaction { database.run("CREATE TABLE t (word TEXT)") }
            assertThrows(IllegalStateException::class.java) {
                database.transaction {
                    database.run("INSERT INTO t VALUES (?)", "half")
                    error("in the middle")
                }
            }
            database.transaction { database.run("INSERT INTO t VALUES (?)", "whole") }
        }
        PhoneDatabase(file).use { assertEquals(listOf(listOf("whole")), it.rows("SELECT word FROM t")) }
    }

    private inline fun <reified S : Screen> shown(intent: Intent = Intent(app, S::class.java)): S =
        Robolectric.buildActivity(S::class.java, intent).setup().get()

    private fun cards(activity: Activity): List<View> =
        Picture.all(Picture.pageOf(activity)).filter { it.isClickable && !it.contentDescription.isNullOrBlank() && it !is EditText }.toList()

    private fun texts(activity: Activity): String =
        Picture.all(Picture.pageOf(activity)).filterIsInstance<TextView>().joinToString("\n") { it.text }

    private fun Activity.press(words: String) {
        Picture.all(Picture.pageOf(this)).filter { it.javaClass == android.widget.Button::class.java }
            .first { (it as TextView).text.toString() == words }.performClick()
    }
}
