package io.github.bosoto.json

import java.time.LocalDate
import java.time.LocalTime
import java.time.OffsetDateTime
import java.time.ZoneOffset
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.SerializationException
import kotlinx.serialization.descriptors.PrimitiveKind
import kotlinx.serialization.descriptors.PrimitiveSerialDescriptor
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder

/** A word of the contract, with what it is called. */
public interface Word {
    /** On the wire. */
    public val word: String

    /** Thai title. */
    public val th: String

    /** English title. */
    public val en: String
}

/** A civil date as the wire has it: `2021-04-17`, C.E. */
public object Day : KSerializer<LocalDate> {
    override val descriptor: SerialDescriptor = PrimitiveSerialDescriptor("io.github.bosoto.Day", PrimitiveKind.STRING)

    override fun serialize(encoder: Encoder, value: LocalDate): Unit = encoder.encodeString(value.toString())

    override fun deserialize(decoder: Decoder): LocalDate = LocalDate.parse(decoder.decodeString())
}

/** An instant as the wire has it: RFC 3339 in +07:00, a fraction only where there is one. */
public object At : KSerializer<OffsetDateTime> {
    override val descriptor: SerialDescriptor = PrimitiveSerialDescriptor("io.github.bosoto.At", PrimitiveKind.STRING)

    private val thai = ZoneOffset.ofHours(7)

    /** An instant as its text. */
    @JvmStatic
    public fun text(at: OffsetDateTime): String {
        // Beyond the years of the calendar there is no Thai time; it is refused as it stands.
        if (at.year !in -9_999..9_999) return at.toString()
        val local = at.withOffsetSameInstant(thai)
        val text = StringBuilder(PLAIN.length + ZONE.length + 10).append(local.toLocalDate()).append('T')
        two(text, local.hour).append(':')
        two(text, local.minute).append(':')
        two(text, local.second)
        if (local.nano > 0) text.append('.').append((BILLION + local.nano).toString().drop(1).trimEnd('0'))
        return text.append(ZONE).toString()
    }

    private fun two(text: StringBuilder, number: Int): StringBuilder = text.append('0' + number / 10).append('0' + number % 10)

    /** The instant of a text: as the wire has it by its digits, anything else by the calendar. */
    internal fun of(text: String): OffsetDateTime {
        val isPlain = text.length == PLAIN.length + ZONE.length && text.endsWith(ZONE) &&
            PLAIN.indices.all { at -> if (PLAIN[at] == '0') text[at] in '0'..'9' else text[at] == PLAIN[at] }
        if (!isPlain) return OffsetDateTime.parse(text)
        val date = LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2))
        val time = LocalTime.of(number(text, 11, 2), number(text, 14, 2), number(text, 17, 2))
        return OffsetDateTime.of(date, time, thai)
    }

    private fun number(text: String, from: Int, count: Int): Int {
        var number = 0
        for (at in from until from + count) number = number * 10 + (text[at] - '0')
        return number
    }

    override fun serialize(encoder: Encoder, value: OffsetDateTime): Unit = encoder.encodeString(text(value))

    override fun deserialize(decoder: Decoder): OffsetDateTime = of(decoder.decodeString())

    private const val ZONE = "+07:00"
    private const val PLAIN = "0000-00-00T00:00:00"
    private const val BILLION = 1_000_000_000
}

/** A date or an instant: from when something is allowed. */
@Serializable(with = MomentSerializer::class)
public sealed interface Moment {
    /** The civil date of it. */
    public val day: LocalDate

    /** From a day on. */
    public data class OnDay(override val day: LocalDate) : Moment {
        override fun toString(): String = day.toString()
    }

    /** From an instant on. */
    public data class AtInstant(val at: OffsetDateTime) : Moment {
        override val day: LocalDate get() = at.toLocalDate()

        override fun toString(): String = At.text(at)
    }
}

internal object MomentSerializer : KSerializer<Moment> {
    override val descriptor: SerialDescriptor = PrimitiveSerialDescriptor("io.github.bosoto.Moment", PrimitiveKind.STRING)

    override fun serialize(encoder: Encoder, value: Moment): Unit = encoder.encodeString(value.toString())

    override fun deserialize(decoder: Decoder): Moment {
        val text = decoder.decodeString()
        return when {
            'T' in text -> Moment.AtInstant(OffsetDateTime.parse(text))
            text.length == 10 -> Moment.OnDay(LocalDate.parse(text))
            else -> throw SerializationException("neither a date nor an instant")
        }
    }
}
