package io.github.bosoto

import io.github.bosoto.border.version
import java.io.File
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Loading the native library. */
class LibraryTest {
    @Test
    fun `the library is of the version of the jar`() {
        assertEquals(System.getProperty("bosoto.version"), across { version() })
    }

    @Test
    fun `where it is missing, the exception names platform, folder and how to build it`() {
        // Another virtual machine, with a class path that has no library.
        val here = File("target/classes").absolutePath
        val without = File("target/without-library").apply { deleteRecursively() }
        File(here).copyRecursively(without)
        without.resolve("linux-x86-64").deleteRecursively()
        val paths = System.getProperty("java.class.path").split(File.pathSeparator)
        val path = paths.map { if (File(it).absolutePath == here) without.path else it }.joinToString(File.pathSeparator)
        val java = File(System.getProperty("java.home"), "bin/java").path
        val process = ProcessBuilder(java, "-Dfile.encoding=UTF-8", "-cp", path, "io.github.bosoto.LibraryTestKt")
        val said = process.redirectErrorStream(true).start().inputStream.reader().readText()
        for (part in listOf("MissingLibraryException", "linux-x86-64/libbosoto_kotlin.so", "cargo build", "ไม่มีไลบรารี")) {
            assertTrue(part in said) { said }
        }
        assertEquals(2, said.lines().count { it.startsWith("thrown: io.github.bosoto.MissingLibraryException") }) { said }
    }
}

/** Asks twice: the second exception is as clear as the first. */
fun main() {
    System.setOut(java.io.PrintStream(java.io.FileOutputStream(java.io.FileDescriptor.out), true, "UTF-8"))
    repeat(2) {
        try {
            Case.fresh(io.github.bosoto.compulsory.Compulsory)
        } catch (missing: Throwable) {
            println("thrown: $missing")
        }
    }
}
