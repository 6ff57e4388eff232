package io.github.bosoto.scenario

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.jsonPrimitive

/** The elements of a JSON array, each as it is written. */
internal fun elements(array: String): List<String> = slices(array, '[', ']')

/** The fields of a JSON object, each as it is written; of a name that stands twice the last. */
internal fun fields(document: String): Map<String, String> = slices(document, '{', '}').associate { field ->
    val colon = endOfText(field, 0)
    val name = Json.parseToJsonElement(field.substring(0, colon)).jsonPrimitive.content
    name to field.substring(field.indexOf(':', colon) + 1).trim()
}

/** What stands between commas at the top of an array or object. */
private fun slices(json: String, open: Char, close: Char): List<String> {
    val text = json.trim()
    if (!text.startsWith(open) || !text.endsWith(close)) throw DifferenceException("no JSON that begins with $open")
    val slices = mutableListOf<String>()
    var (start, depth, place) = Triple(1, 0, 1)
    while (place < text.length - 1) {
        when (text[place]) {
            '"' -> place = endOfText(text, place) - 1
            '[', '{' -> depth++
            ']', '}' -> depth--
            ',' -> if (depth == 0) {
                slices += text.substring(start, place).trim()
                start = place + 1
            }
        }
        place++
    }
    val last = text.substring(start, text.length - 1).trim()
    return if (last.isEmpty() && slices.isEmpty()) slices else slices + last
}

/** The place behind a text that begins at this one. */
private fun endOfText(json: String, start: Int): Int {
    var place = start + 1
    while (place < json.length && json[place] != '"') {
        place += if (json[place] == '\\') 2 else 1
    }
    return minOf(place + 1, json.length)
}
