package io.github.bosoto.field.android

import android.app.Application
import android.os.Handler
import android.os.Looper
import io.github.bosoto.Policy
import io.github.bosoto.field.exchange.Exchange
import io.github.bosoto.field.exchange.FolderExchange
import io.github.bosoto.field.store.CaseStore
import io.github.bosoto.field.store.Database
import io.github.bosoto.field.work.Desk
import io.github.bosoto.field.work.SignIn
import java.io.File
import java.time.Clock
import java.util.concurrent.Executor
import java.util.concurrent.Executors

/** What all screens share. Nothing is kept here that a kill may not take: what matters is in the store. */
class FieldApplication : Application() {
    private val opened = lazy { PhoneDatabase(getDatabasePath("field.sqlite")) }
    val database: Database by opened
    val store: CaseStore by lazy { CaseStore(database) }
    val signIn: SignIn by lazy { SignIn(store) }

    /** This phone's clock. */
    var clock: Clock = Clock.systemUTC()

    /** How parcels travel. */
    lateinit var exchange: Exchange

    /** Where long work is done. */
    var background: Executor = Executors.newSingleThreadExecutor()

    /** Where screens are drawn. */
    val screens: Executor = Executor { Handler(Looper.getMainLooper()).post(it) }

    /** What the next screen says first. */
    var said: List<String> = emptyList()

    /** The numbers of the rules, where the province has set others. */
    private val policy: Policy? by lazy { store["policy"]?.let(Policy::read) }

    /** The desk of whoever is signed in; null where nobody is. */
    fun desk(): Desk? = signIn.actor?.let { Desk(store, it, clock, signIn.lang, policy) }

    override fun onCreate() {
        super.onCreate()
        exchange = FolderExchange(File(shared(), "to-district"), File(shared(), "from-district"))
    }

    /** Only in tests; a phone just ends the process. */
    override fun onTerminate() {
        if (opened.isInitialized()) opened.value.close()
        super.onTerminate()
    }

    private fun shared(): File = getExternalFilesDir(null) ?: filesDir
}
