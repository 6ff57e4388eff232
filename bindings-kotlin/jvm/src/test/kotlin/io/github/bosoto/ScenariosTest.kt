package io.github.bosoto

import io.github.bosoto.scenario.Scenarios
import io.github.bosoto.scenario.run
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.PrintStream
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

    private fun ends(vararg files: File): Pair<Int, String> {
        val out = ByteArrayOutputStream()
        val code = run(files.map { it.path }, PrintStream(out, true, "UTF-8"))
        return code to out.toString("UTF-8").trim().lines().last()
    }
}
