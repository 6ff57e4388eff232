package io.github.bosoto

import io.github.bosoto.border.Failure
import io.github.bosoto.border.InternalException
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
