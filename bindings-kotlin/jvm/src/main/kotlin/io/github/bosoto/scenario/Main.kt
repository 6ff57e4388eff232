@file:JvmName("Main")

package io.github.bosoto.scenario

import java.io.File
import java.io.IOException
import java.io.PrintStream
import java.nio.ByteBuffer
import java.nio.charset.CharacterCodingException
import kotlin.system.exitProcess
import kotlinx.serialization.SerializationException

/** Runs scenario files; ends with 0 if every step holds, with 1 if one does not, with 2 if there is no scenario or a file is none. */
public fun main(files: Array<String>) {
    exitProcess(run(files.asList(), PrintStream(System.out, true, "UTF-8")))
}

internal fun run(files: List<String>, out: PrintStream): Int {
    var (count, holding) = 0 to 0
    var unread = false
    for (file in files) {
        val scenarios = scenarios(file, out)
        // A file that is none counts as one that does not hold, and the others are run.
        if (scenarios == null) {
            count++
            unread = true
        }
        for (scenario in scenarios.orEmpty()) {
            count++
            val differences = Scenarios.differences(scenario)
            if (differences.isEmpty()) holding++
            differences.forEach { out.println("${File(file).name}: ${Scenarios.name(scenario)}: $it") }
        }
    }
    out.println("$holding of $count hold")
    return if (count == 0 || unread) 2 else if (holding == count) 0 else 1
}

/** The scenarios of a file; null where it is none, which is said. */
private fun scenarios(file: String, out: PrintStream): List<String>? = try {
    // What is no UTF-8 throws.
    val text = Charsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(File(file).readBytes())).toString()
    val scenarios = Scenarios.of(text)
    val problems = scenarios.mapIndexedNotNull { place, one -> Scenarios.problem(one)?.let { "scenario $place: $it" } }
    problems.forEach { out.println("${File(file).name}: $it") }
    scenarios.takeIf { problems.isEmpty() }
} catch (_: CharacterCodingException) {
    out.println("$file: no UTF-8")
    null
} catch (_: IOException) {
    out.println("$file: cannot be read")
    null
} catch (_: SerializationException) {
    out.println("$file: no JSON")
    null
}
