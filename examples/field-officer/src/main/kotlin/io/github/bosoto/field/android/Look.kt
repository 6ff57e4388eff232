package io.github.bosoto.field.android

import android.content.Context
import android.content.res.Configuration
import android.graphics.drawable.GradientDrawable
import io.github.bosoto.contract.Urgency

/** Colours and sizes, for day and night. Each text is readable on each ground: 4.5 to 1 or more. */
class Look(private val context: Context) {
    val isNight: Boolean = context.resources.configuration.uiMode and Configuration.UI_MODE_NIGHT_MASK == Configuration.UI_MODE_NIGHT_YES

    val ground: Int = pick(0xFFF6F4EF, 0xFF121416)
    val card: Int = pick(0xFFFFFFFF, 0xFF1F2327)
    val text: Int = pick(0xFF1B1F23, 0xFFECEFF1)
    val quiet: Int = pick(0xFF4A5258, 0xFFB4BDC3)
    val accent: Int = pick(0xFF0B5A6B, 0xFF7FD3E6)
    val onAccent: Int = pick(0xFFFFFFFF, 0xFF06222A)
    val wrong: Int = pick(0xFFA3161C, 0xFFFFA8A3)
    val line: Int = pick(0xFFC9C4B8, 0xFF40474D)

    /** The colour beside the word that says how urgent something is. */
    fun of(urgency: Urgency): Int = when (urgency) {
        Urgency.OVERDUE, Urgency.MISSED -> wrong
        Urgency.DUE -> pick(0xFF8A4B00, 0xFFFFC078)
        Urgency.OPEN, Urgency.UPCOMING, Urgency.DONE -> quiet
    }

    /** Density-independent pixels. */
    fun dp(size: Int): Int = (size * context.resources.displayMetrics.density + 0.5f).toInt()

    fun round(fill: Int, border: Int = fill): GradientDrawable = GradientDrawable().apply {
        cornerRadius = dp(10).toFloat()
        setColor(fill)
        setStroke(dp(1), border)
    }

    private fun pick(day: Long, night: Long): Int = (if (isNight) night else day).toInt()

    companion object {
        const val TITLE = 24f
        const val BODY = 18f
        const val SMALL = 16f
    }
}
