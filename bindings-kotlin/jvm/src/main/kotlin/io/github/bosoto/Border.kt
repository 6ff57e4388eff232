package io.github.bosoto

import com.sun.jna.NativeLibrary
import com.sun.jna.Platform
import io.github.bosoto.border.Failure
import io.github.bosoto.border.InternalException
import io.github.bosoto.border.RustBuffer
import io.github.bosoto.border.UniffiRustCallStatus
import io.github.bosoto.contract.VERSION
import io.github.bosoto.json.error
import java.util.concurrent.atomic.AtomicBoolean
import java.util.concurrent.atomic.AtomicLong

/** The one way across the border: loads the library, and makes this package's exceptions of the border's. */
internal inline fun <R> across(work: () -> R): R {
    Library.ready()
    return try {
        work()
    } catch (refused: Failure.Refused) {
        throw error(refused.json)
    } catch (_: InternalException) {
        throw FaultException()
    }
}

/** A call of the contract: text in, text out. */
internal fun asked(name: String, vararg arguments: String?): String =
    across { io.github.bosoto.border.call(mended(name), arguments.map { it?.let(::mended) }) }

/** A text without lone surrogates, which no JSON has: U+0000 stands for each, so that what holds it is malformed, and nothing else. */
internal fun mended(text: String): String {
    var place = loneSurrogate(text, 0)
    if (place < 0) return text
    val mended = StringBuilder(text)
    while (place >= 0) {
        mended.setCharAt(place, '\u0000')
        place = loneSurrogate(text, place + 1)
    }
    return mended.toString()
}

/** The same as the bytes that cross the border where it may be long. */
internal fun bytes(text: String): ByteArray = mended(text).encodeToByteArray()

private fun loneSurrogate(text: String, from: Int): Int {
    var place = from
    while (place < text.length) {
        val char = text[place]
        if (char.isSurrogate()) {
            val paired = char.isHighSurrogate() && place + 1 < text.length && text[place + 1].isLowSurrogate()
            if (!paired) return place
            place++
        }
        place++
    }
    return -1
}

/** The native library, loaded by whoever comes first. */
internal object Library {
    private val isReady = AtomicBoolean()

    fun ready() {
        if (!isReady.get()) load()
    }

    // UniFFI's own sums of every signature (`uniffiEnsureInitialized`) are left to the tests: they took a seventh of the first call.
    private fun load() {
        val found = try {
            // JNA lays out a structure within a structure under a lock, and stands still for good where another program of this virtual
            // machine begins with JNA at that moment. One that holds no other, made first, needs no lock for what both are waiting for.
            RustBuffer.ByValue()
            io.github.bosoto.border.start()
            io.github.bosoto.border.version()
        } catch (missing: LinkageError) {
            // One of another version may lack what is asked of it.
            foundVersion()?.takeIf { it != VERSION } ?: throw missing(missing)
        }
        if (found != VERSION) throw OtherLibraryException(VERSION, found)
        isReady.set(true)
    }

    /** The version of the library, as one knows it who knows nothing else of it; null where there is none. */
    private fun foundVersion(): String? = try {
        val ask = NativeLibrary.getInstance("bosoto_kotlin").getFunction("uniffi_bosoto_kotlin_fn_func_version")
        val text = ask.invoke(RustBuffer.ByValue::class.java, arrayOf(UniffiRustCallStatus())) as RustBuffer.ByValue
        Charsets.UTF_8.decode(text.asByteBuffer()).toString()
    } catch (_: LinkageError) {
        null
    }

    private fun missing(why: Throwable): BosotoException {
        val cause = generateSequence(why) { it.cause }.last()
        val said = cause.message.orEmpty().lineSequence().first()
        // JNA itself may be what could not be loaded.
        val platform = try {
            Platform.RESOURCE_PREFIX
        } catch (_: LinkageError) {
            return LibraryNotLoadedException(said)
        }
        val resource = "$platform/${System.mapLibraryName("bosoto_kotlin")}"
        val isThere = Library::class.java.classLoader?.getResource(resource) != null
        return if (isThere) LibraryNotLoadedException(said) else MissingLibraryException(platform, resource, said)
    }
}

/**
 * Something of the library that is held until it is closed, usable from any thread. What was begun before it was closed
 * is finished; then it is let go.
 */
public abstract class Handle<H : AutoCloseable> internal constructor(private val held: H, private val name: String) : AutoCloseable {
    private val isClosed = AtomicBoolean()

    /** Whoever uses it, and its owner until that closes it. */
    private val users = AtomicLong(1)

    @JvmSynthetic
    internal fun <R> ask(work: (H) -> R): R {
        enter()
        try {
            return across { work(held) }
        } finally {
            leave()
        }
    }

    private fun enter() {
        do {
            val now = users.get()
            if (now == 0L || isClosed.get()) throw ClosedException(name)
        } while (!users.compareAndSet(now, now + 1))
    }

    private fun leave() {
        if (users.decrementAndGet() == 0L) held.close()
    }

    /** Lets it go; once is enough, more do nothing. */
    override fun close() {
        if (isClosed.compareAndSet(false, true)) leave()
    }

    override fun toString(): String = name
}

/** Does something with what a handle holds, or with nothing where there is no handle. */
internal fun <H : AutoCloseable, R> Handle<H>?.useOr(work: (H?) -> R): R =
    if (this == null) work(null) else ask(work)
