package io.github.bosoto.json

import java.time.LocalDate
import java.time.OffsetDateTime
import java.time.ZoneOffset
import java.time.format.DateTimeFormatter
import java.time.format.DateTimeFormatterBuilder
import java.time.temporal.ChronoField
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
    private val format: DateTimeFormatter = DateTimeFormatterBuilder()
        .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
        .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
        .appendLiteral("+07:00")
        .toFormatter(java.util.Locale.ROOT)

    /** An instant as its text. */
    @JvmStatic
    public fun text(at: OffsetDateTime): String = format.format(at.withOffsetSameInstant(thai))

    override fun serialize(encoder: Encoder, value: OffsetDateTime): Unit = encoder.encodeString(text(value))

    override fun deserialize(decoder: Decoder): OffsetDateTime = OffsetDateTime.parse(decoder.decodeString())
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
