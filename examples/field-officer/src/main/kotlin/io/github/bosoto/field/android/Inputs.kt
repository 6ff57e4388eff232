package io.github.bosoto.field.android

import android.content.Context
import android.text.Editable
import android.text.InputFilter
import android.text.InputType
import android.text.TextWatcher
import android.view.View
import android.widget.CheckBox
import android.widget.CompoundButton
import android.widget.EditText
import android.widget.LinearLayout
import android.widget.RadioButton
import android.widget.RadioGroup

/** What is typed and chosen with: large, one under the other, each telling at once what was changed. */
class Inputs(private val context: Context, private val look: Look) {
    fun words(
        now: String,
        type: Int = InputType.TYPE_CLASS_TEXT,
        maxLength: Int? = null,
        hint: String = "",
        changed: (String) -> Unit,
    ): EditText = EditText(context).apply {
        inputType = type
        if (maxLength != null) filters = arrayOf(InputFilter.LengthFilter(maxLength))
        setText(now)
        this.hint = hint
        textSize = Look.BODY
        setTextColor(look.text)
        setHintTextColor(look.quiet)
        minimumHeight = look.dp(52)
        background = look.round(look.card, look.quiet)
        setPadding(look.dp(12), look.dp(10), look.dp(12), look.dp(10))
        isSaveEnabled = false
        addTextChangedListener(Typed(changed))
    }

    /** Several lines. */
    fun prose(now: String, maxLength: Int?, changed: (String) -> Unit): EditText =
        words(now, InputType.TYPE_CLASS_TEXT or InputType.TYPE_TEXT_FLAG_MULTI_LINE, maxLength, changed = changed)

    fun one(options: List<Pair<String, String>>, now: String, changed: (String) -> Unit): RadioGroup = RadioGroup(context).apply {
        options.forEach { (word, title) ->
            val button = RadioButton(context).apply { dressed(this, word, title) }
            addView(button)
            if (word == now) check(button.id)
        }
        isSaveEnabled = false
        setOnCheckedChangeListener { group, _ -> chosen(group)?.let(changed) }
    }

    /** The word that is chosen; null where none is. */
    fun chosen(group: RadioGroup): String? = group.findViewById<View>(group.checkedRadioButtonId)?.tag as? String

    fun several(options: List<Pair<String, String>>, now: Set<String>, changed: (Set<String>) -> Unit): LinearLayout = LinearLayout(context).apply {
        orientation = LinearLayout.VERTICAL
        val chosen = now.toMutableSet()
        options.forEach { (word, title) ->
            val box = CheckBox(context).apply { dressed(this, word, title) }
            box.isChecked = word in chosen
            box.setOnCheckedChangeListener { _, isChecked ->
                if (isChecked) chosen += word else chosen -= word
                changed(options.map { it.first }.filter { it in chosen }.toSet())
            }
            addView(box)
        }
    }

    private fun dressed(button: CompoundButton, word: String, title: String) {
        button.id = View.generateViewId()
        button.tag = word
        button.text = title
        button.textSize = Look.BODY
        button.minHeight = look.dp(48)
        button.isSaveEnabled = false
        button.setTextColor(look.text)
        button.buttonTintList = android.content.res.ColorStateList.valueOf(look.accent)
    }

    private class Typed(private val changed: (String) -> Unit) : TextWatcher {
        override fun beforeTextChanged(text: CharSequence, start: Int, count: Int, after: Int) = Unit
        override fun onTextChanged(text: CharSequence, start: Int, before: Int, count: Int) = Unit
        override fun afterTextChanged(text: Editable) = changed(text.toString())
    }
}
