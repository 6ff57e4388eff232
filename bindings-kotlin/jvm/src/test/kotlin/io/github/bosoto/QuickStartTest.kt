package io.github.bosoto

import java.io.ByteArrayOutputStream
import java.io.PrintStream
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What the README shows is what is run here. */
class QuickStartTest {
    private val readme = ROOT.resolve("bindings-kotlin/README.md").readText()
    private val said = block("text")

    @Test
    fun `the quick start in Kotlin`() {
        assertTrue(block("kotlin") in source("kotlin/io/github/bosoto/quickstart/QuickStart.kt"))
        assertEquals(said, printed { io.github.bosoto.quickstart.main() })
    }

    @Test
    fun `the quick start in Java`() {
        assertTrue(block("java") in source("java/io/github/bosoto/quickstart/JavaQuickStart.java"))
        assertEquals(said, printed { io.github.bosoto.quickstart.JavaQuickStart.main(emptyArray()) })
    }

    private fun block(language: String): String = readme.substringAfter("```$language\n").substringBefore("```")

    private fun source(path: String): String = ROOT.resolve("bindings-kotlin/jvm/src/test/$path").readText()

    private fun printed(work: () -> Unit): String {
        val (before, out) = System.out to ByteArrayOutputStream()
        System.setOut(PrintStream(out, true, "UTF-8"))
        try {
            work()
        } finally {
            System.setOut(before)
        }
        return out.toString("UTF-8")
    }
}
