package io.github.bosoto

import io.github.bosoto.json.At
import java.time.DateTimeException
import java.time.LocalDateTime
import java.time.OffsetDateTime
import java.time.ZoneOffset
import java.time.format.DateTimeFormatterBuilder
import java.time.temporal.ChronoField
import kotlin.random.Random
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

/** Instants are written and read by their digits: held against the calendar's own way. */
class ValuesTest {
    private val plain = DateTimeFormatterBuilder()
        .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
        .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
        .appendLiteral("+07:00")
        .toFormatter(java.util.Locale.ROOT)

    @Test
    fun `an instant is written as the calendar writes it and read again`() {
        val random = Random(2567)
        repeat(20_000) {
            val second = random.nextLong(-5_000_000_000, 10_000_000_000)
            val nano = if (it % 2 == 0) 0 else random.nextInt(1_000_000_000) / listOf(1, 1_000, 1_000_000).random(random)
            val zone = ZoneOffset.ofTotalSeconds(random.nextInt(-18, 19) * 3_600)
            val at = LocalDateTime.ofEpochSecond(second, nano, zone).atOffset(zone)
            val text = At.text(at)
            assertEquals(plain.format(at.withOffsetSameInstant(ZoneOffset.ofHours(7))), text)
            assertEquals(OffsetDateTime.parse(text), At.of(text))
            assertEquals(at.toInstant(), At.of(text).toInstant())
        }
    }

    @Test
    fun `what is no instant is none`() {
        val wrong = listOf(
            "2024-13-01T00:00:00+07:00", "2023-02-29T00:00:00+07:00", "2024-01-01T24:00:00+07:00", "2024-01-01T00:60:00+07:00",
            "2024-01-01 00:00:00+07:00", "๒๐๒๔-01-01T00:00:00+07:00", "2024-01-01T00:00:00+07:0", "", "+07:00",
        )
        for (text in wrong) assertThrows(DateTimeException::class.java) { At.of(text) }
        for (text in listOf("2024-01-01T00:00:00Z", "2024-01-01T00:00+07:00", "2024-01-01T00:00:00.5+07:00")) {
            assertEquals(OffsetDateTime.parse(text), At.of(text))
        }
    }
}
