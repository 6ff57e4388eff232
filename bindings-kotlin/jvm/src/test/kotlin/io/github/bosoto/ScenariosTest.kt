package io.github.bosoto

import io.github.bosoto.scenario.Scenarios
import io.github.bosoto.scenario.run
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.PrintStream
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.io.TempDir

/** The root of the repository. */
val ROOT: File = File(System.getProperty("bosoto.root", "../..")).canonicalFile

/** Every scenario file. */
fun scenarioFiles(): List<File> = ROOT.resolve("tests/scenarios").listFiles { file -> file.extension == "json" }!!.sorted()

class ScenariosTest {
    @TestFactory
    fun `every step of every file holds`(): List<DynamicTest> = scenarioFiles().map { file ->
        DynamicTest.dynamicTest(file.name) {
            val scenarios = Scenarios.of(file.readText())
            assertTrue(scenarios.isNotEmpty())
            assertEquals(emptyList<String>(), scenarios.flatMap { one -> Scenarios.run(one).map { "${Scenarios.name(one)}: $it" } })
        }
    }

    @Test
    fun `the program says how many hold, and where one does not`(@TempDir folder: File) {
        val good = scenarioFiles().first()
        val broken = folder.resolve("broken.json")
        val first = Scenarios.of(good.readText()).first { "\"outcome\": \"accepted\"" in it || "\"outcome\":\"accepted\"" in it }
        broken.writeText(first.replaceFirst(Regex("\"outcome\": ?\"accepted\""), "\"outcome\":\"rejected\""))
        val none = folder.resolve("none.json").apply { writeText("[]") }
        val count = Scenarios.of(good.readText()).size
        assertEquals(0 to "$count of $count hold", ends(good))
        assertEquals(1 to "$count of ${count + 1} hold", ends(good, broken))
        assertEquals(2 to "0 of 0 hold", ends(none))
        assertEquals(2 to "$count of ${count + 1} hold", ends(folder.resolve("missing.json"), good))
    }

    @Test
    fun `what is no scenario is refused with its place, as on the command line`(@TempDir folder: File) {
        val good = scenarioFiles().first()
        val count = Scenarios.of(good.readText()).size
        for (line in ROOT.resolve("tests/data/no_scenarios.ndjson").readLines()) {
            val wrong = Json.parseToJsonElement(line).jsonObject
            val file = folder.resolve("wrong.json").apply { writeText(wrong.getValue("document").toString()) }
            val isEmpty = wrong["document"] == JsonArray(emptyList())
            val ends = if (isEmpty) "$count of $count hold" else "$count of ${count + 1} hold"
            assertEquals((if (isEmpty) 0 else 2) to ends, ends(good, file), line)
            assertEquals(2, ends(file).first, line)
            val problems = Scenarios.of(file.readText()).mapIndexedNotNull { place, one ->
                val under = if (wrong["document"] is JsonArray) "/$place" else ""
                Scenarios.problem(one)?.let { under + it.substringBefore(": ") }
            }
            if (!isEmpty) assertEquals(listOf(wrong.getValue("pointer").jsonPrimitive.content), problems, line)
            Scenarios.of(file.readText()).filter { Scenarios.problem(it) != null }.forEach { assertEquals(1, Scenarios.run(it).size) }
        }
        val latin = folder.resolve("latin.json").apply { writeBytes(byteArrayOf('"'.code.toByte(), 0xe9.toByte(), '"'.code.toByte())) }
        assertEquals(2 to "0 of 1 hold", ends(latin))
    }

    private fun ends(vararg files: File): Pair<Int, String> {
        val out = ByteArrayOutputStream()
        val code = run(files.map { it.path }, PrintStream(out, true, "UTF-8"))
        return code to out.toString("UTF-8").trim().lines().last()
    }
}
