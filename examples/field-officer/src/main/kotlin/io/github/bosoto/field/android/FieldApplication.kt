package io.github.bosoto.field.android

import android.app.Application
import android.os.Handler
import android.os.Looper
import io.github.bosoto.Policy
import io.github.bosoto.field.exchange.Exchange
import io.github.bosoto.field.exchange.FolderExchange
import io.github.bosoto.field.store.CaseStore
import io.github.bosoto.field.work.Desk
import io.github.bosoto.field.work.SignIn
import java.io.File
import java.time.Clock
import java.util.concurrent.Executor
import java.util.concurrent.Executors

/** What all screens share. Nothing is kept here that a kill may not take: what matters is in the store. */
class FieldApplication : Application() {
    private val database = lazy { PhoneDatabase(getDatabasePath("field.sqlite")) }
    val store: CaseStore by lazy { CaseStore(database.value) }
    val signIn: SignIn by lazy { SignIn(store) }
    val exchange: Exchange by lazy { FolderExchange(File(shared(), "to-district"), File(shared(), "from-district")) }

    /** This phone's clock. */
    var clock: Clock = Clock.systemUTC()

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

    /** Only in tests; a phone just ends the process. */
    override fun onTerminate() {
        if (database.isInitialized()) database.value.close()
        super.onTerminate()
    }

    private fun shared(): File = getExternalFilesDir(null) ?: filesDir
}
