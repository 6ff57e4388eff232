package io.github.bosoto

import io.github.bosoto.json.ERROR
import io.github.bosoto.json.error

/**
 * The lines of one long answer, each a document: they are bytes (UTF-8), and become texts when they are read. Filled again,
 * the place for another answer; to be used by one thread at a time.
 */
public class Lines : AbstractList<String>() {
    private var bytes = ByteArray(0)
    private var ends = IntArray(64)
    private var count = 0

    override val size: Int get() = count

    override fun get(index: Int): String {
        if (index !in 0 until count) throw IndexOutOfBoundsException("$index of $count")
        return bytes.decodeToString(start(index), ends[index])
    }

    /** Whether this line is an error of the contract. */
    public fun isError(index: Int): Boolean = begins(index, ERRORS)

    /** Whether this line is a decision, or an outcome, that accepts its command: it is not read for that. */
    public fun isAccepted(index: Int): Boolean = begins(index, ACCEPTED)

    /** The whole answer. */
    public fun text(): String = bytes.decodeToString()

    private fun start(index: Int): Int = if (index == 0) 0 else ends[index - 1] + 1

    private fun begins(index: Int, with: ByteArray): Boolean {
        if (index !in 0 until count) return false
        val start = start(index)
        return ends[index] - start >= with.size && with.indices.all { bytes[start + it] == with[it] }
    }

    internal fun of(answer: ByteArray): Lines {
        bytes = answer
        count = 0
        for (place in answer.indices) {
            if (answer[place] == NEXT) end(place)
        }
        if (answer.isNotEmpty() && answer.last() != NEXT) end(answer.size)
        return this
    }

    private fun end(place: Int) {
        if (count == ends.size) ends = ends.copyOf(count * 2)
        ends[count++] = place
    }

    internal fun <T : Any> read(reading: (String) -> T): List<Answer<T>> = map { line ->
        if (line.startsWith(ERROR)) Answer(null, error(line)) else Answer(reading(line), null)
    }

    private companion object {
        private const val NEXT = '\n'.code.toByte()
        private val ERRORS = ERROR.encodeToByteArray()
        private val ACCEPTED = "{\"outcome\":\"accepted\"".encodeToByteArray()
    }
}

/** The answer of one of many: a value, or why there is none. */
public class Answer<T : Any> internal constructor(
    /** The value; null where there is none. */
    public val valueOrNull: T?,
    /** Why there is none. */
    public val exception: RuntimeException?,
) {
    /** The value; why there is none is thrown. */
    public fun value(): T = valueOrNull ?: throw checkNotNull(exception)

    override fun toString(): String = (valueOrNull ?: exception).toString()
}
