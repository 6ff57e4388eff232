package io.github.bosoto.field.android

import android.graphics.Color
import io.github.bosoto.contract.Urgency
import kotlin.math.max
import kotlin.math.min
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], manifest = Config.NONE, application = FieldApplication::class)
class LookTest {
    @Test
    fun `every text can be read on every ground, by day and by night`() = listOf("notnight", "night").forEach { time ->
        RuntimeEnvironment.setQualifiers("+$time")
        val look = Look(RuntimeEnvironment.getApplication())
        val texts = listOf(look.text, look.quiet, look.accent, look.wrong) + Urgency.entries.map(look::of)
        val pairs = texts.flatMap { text -> listOf(look.ground, look.card).map { text to it } } + (look.onAccent to look.accent)
        pairs.forEach { (text, ground) -> assertTrue("$time ${contrast(text, ground)}", contrast(text, ground) >= 4.5) }
    }

    private fun contrast(one: Int, other: Int): Double {
        val (a, b) = Color.luminance(one).toDouble() to Color.luminance(other).toDouble()
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }
}
