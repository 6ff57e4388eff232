package io.github.bosoto

import io.github.bosoto.json.ERROR
import io.github.bosoto.json.error

/**
 * The lines of one long answer, each a document: they become texts when they are read. Filled again, the place for
 * another answer; to be used by one thread at a time.
 */
public class Lines : AbstractList<String>() {
    private var text = ""
    private var ends = IntArray(64)
    private var count = 0

    override val size: Int get() = count

    override fun get(index: Int): String {
        if (index !in 0 until count) throw IndexOutOfBoundsException("$index of $count")
        return text.substring(start(index), ends[index])
    }

    /** Whether this line is an error of the contract. */
    public fun isError(index: Int): Boolean = index in 0 until count && text.startsWith(ERROR, start(index))

    /** The whole answer. */
    public fun text(): String = text

    private fun start(index: Int): Int = if (index == 0) 0 else ends[index - 1] + 1

    internal fun of(answer: String): Lines {
        text = answer
        count = 0
        var start = 0
        while (start < answer.length) {
            val end = answer.indexOf('\n', start).let { if (it < 0) answer.length else it }
            if (count == ends.size) ends = ends.copyOf(count * 2)
            ends[count++] = end
            start = end + 1
        }
        return this
    }

    internal fun <T : Any> read(reading: (String) -> T): List<Answer<T>> = map { line ->
        if (line.startsWith(ERROR)) Answer(null, error(line)) else Answer(reading(line), null)
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
