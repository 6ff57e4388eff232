package io.github.bosoto.field.android

import android.content.Context
import android.graphics.Typeface
import android.view.Gravity
import android.view.View
import android.view.ViewGroup.LayoutParams.MATCH_PARENT
import android.view.ViewGroup.LayoutParams.WRAP_CONTENT
import android.view.WindowInsets
import android.widget.Button
import android.widget.LinearLayout
import android.widget.ScrollView
import android.widget.TextView

/** A page from top to bottom: everything is as wide as the screen, and as high as its text. */
class Page(private val context: Context, private val look: Look) {
    private val column = LinearLayout(context).apply {
        orientation = LinearLayout.VERTICAL
        setPadding(look.dp(16), look.dp(16), look.dp(16), look.dp(24))
    }

    /** The page as a view that can be scrolled, clear of the system's bars. */
    val view: ScrollView = ScrollView(context).apply {
        setBackgroundColor(look.ground)
        addView(column, MATCH_PARENT, WRAP_CONTENT)
        isFillViewport = true
        setOnApplyWindowInsetsListener { page, insets ->
            val bars = insets.getInsets(WindowInsets.Type.systemBars() or WindowInsets.Type.ime())
            page.setPadding(bars.left, bars.top, bars.right, bars.bottom)
            insets
        }
    }

    /** The name of the screen. */
    fun title(words: String) = heading(words, Look.TITLE, look.text)

    /** The name of a part of it. */
    fun heading(words: String) = heading(words, Look.BODY, look.accent)

    private fun heading(words: String, size: Float, colour: Int) {
        add(text(words, size, colour, bold = true).apply { isAccessibilityHeading = true }, above = 12)
    }

    fun body(words: String) = add(text(words, Look.BODY, look.text))

    fun quiet(words: String) = add(text(words, Look.SMALL, look.quiet), above = 2)

    /** Something that has just happened: it is read out. */
    fun news(words: String, colour: Int = look.accent) {
        val news = text(words, Look.BODY, colour).apply {
            background = look.round(look.card, colour)
            setPadding(look.dp(12), look.dp(10), look.dp(12), look.dp(10))
            accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_POLITE
        }
        add(news)
        if (firstNews == null) firstNews = news
    }

    private var firstNews: View? = null

    /** Shows what is new, or where there is nothing new the place at which the page was before. */
    fun show(before: Int) {
        view.post { view.scrollTo(0, firstNews?.let { (it.top - view.height / 2).coerceAtLeast(0) } ?: before) }
    }

    /** A button over the whole width. */
    fun button(words: String, isMain: Boolean = true, press: () -> Unit): Button = Button(context).apply {
        text = words
        textSize = Look.BODY
        isAllCaps = false
        gravity = Gravity.CENTER
        minHeight = look.dp(52)
        stateListAnimator = null
        setTextColor(if (isMain) look.onAccent else look.accent)
        background = if (isMain) look.round(look.accent) else look.round(look.card, look.accent)
        setPadding(look.dp(12), look.dp(8), look.dp(12), look.dp(8))
        setOnClickListener { press() }
    }.also { add(it) }

    /** Some lines that belong together and are read out together; with [press], they can be pressed. */
    fun card(lines: List<Line>, press: (() -> Unit)? = null): View = LinearLayout(context).apply {
        orientation = LinearLayout.VERTICAL
        minimumHeight = look.dp(52)
        background = look.round(look.card, look.line)
        setPadding(look.dp(12), look.dp(10), look.dp(12), look.dp(10))
        contentDescription = lines.joinToString(", ") { it.words }
        isScreenReaderFocusable = true
        lines.forEach { addView(ofCard(it), MATCH_PARENT, WRAP_CONTENT) }
        if (press != null) {
            isFocusable = true
            setOnClickListener { press() }
        }
    }.also { add(it) }

    private fun ofCard(line: Line): TextView = text(line.words, line.size, line.colour ?: look.text, line.isBold).apply {
        importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO
    }

    /** What is filled in, with its title above it, which is read out with it. */
    fun labelled(title: String, input: View) {
        if (input.id == View.NO_ID) input.id = View.generateViewId()
        add(text(title, Look.BODY, look.text, bold = true).apply { labelFor = input.id }, above = 14)
        add(input, above = 4)
    }

    /** Anything else. */
    fun add(view: View, above: Int = 8) {
        val place = LinearLayout.LayoutParams(MATCH_PARENT, WRAP_CONTENT)
        place.topMargin = look.dp(above)
        column.addView(view, place)
    }

    fun text(words: String, size: Float, colour: Int, bold: Boolean = false): TextView = TextView(context).apply {
        text = words
        textSize = size
        setTextColor(colour)
        if (bold) setTypeface(typeface, Typeface.BOLD)
    }

    /** A line of a card. */
    class Line(val words: String, val size: Float = Look.BODY, val colour: Int? = null, val isBold: Boolean = false)
}
