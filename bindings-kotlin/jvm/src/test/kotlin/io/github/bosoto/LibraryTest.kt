package io.github.bosoto

import com.sun.jna.NativeLibrary
import io.github.bosoto.border.uniffiEnsureInitialized
import io.github.bosoto.border.version
import io.github.bosoto.contract.VERSION
import java.io.File
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Loading the native library. */
class LibraryTest {
    private val here = File("target/classes").absolutePath
    private val library = "linux-x86-64/libbosoto_kotlin.so"
    private val version = System.getProperty("bosoto.version")

    @Test
    fun `the library is of the version of the jar, and its border is the one that was written for it`() {
        assertEquals(version, across { version() })
        assertEquals(version, VERSION)
        uniffiEnsureInitialized()
    }

    @Test
    fun `where it is missing, the exception names platform, folder and how to build it`() {
        val said = saidWith("without-library") { it.deleteRecursively() }
        for (part in listOf("MissingLibraryException", library, "cargo build", "ไม่มีไลบรารี")) {
            assertTrue(part in said) { said }
        }
        assertEquals(2, said.lines().count { it.startsWith("thrown: io.github.bosoto.MissingLibraryException") }) { said }
    }

    @Test
    fun `where it cannot be unpacked, the exception says so and which folders to name`() {
        val nowhere = "/proc/nowhere"
        val said = saidWith("no-temp", "-Djava.io.tmpdir=$nowhere", "-Duser.home=$nowhere", "-Djna.nosys=true") {}
        for (part in listOf("LibraryNotLoadedException", "-Djna.tmpdir", "jna.boot.library.path", "โหลดไลบรารี bosoto จากไฟล์ jar ไม่ได้")) {
            assertTrue(part in said) { said }
        }
        assertEquals(2, said.lines().count { it.startsWith("thrown: io.github.bosoto.LibraryNotLoadedException") }) { said }
    }

    @Test
    fun `where the system's folder for what is temporary cannot be written to, JNA's own serves`() {
        val said = saidWith("no-system-temp", "-Djava.io.tmpdir=/proc/nowhere") {}
        assertTrue("thrown" !in said && "folders: /" in said) { said }
    }

    @Test
    fun `nothing that was unpacked stays behind`() {
        val temporary = File("target/unpacked").apply { deleteRecursively() }.apply { mkdirs() }
        val said = saidWith("no-rest", "-Djna.tmpdir=$temporary") {}
        assertTrue("thrown" !in said) { said }
        assertEquals(emptyList<String>(), temporary.list()!!.toList())
    }

    @Test
    fun `the folders named to JNA are those that it would have asked ldconfig for`() {
        val named = saidWith("named", "-Xlog:class+init=info") {}
        val asked = saidWith("asked", "-Xlog:class+init=info", "-Dlibrary.test.jna=first") {}
        val program = "Initializing 'java/lang/ProcessImpl'"
        assertTrue(program !in named && program in asked)
        assertEquals(foldersOf(asked).toSet(), foldersOf(named).toSet())
        assertEquals(foldersOf(asked).first(), foldersOf(named).first())
    }

    @Test
    fun `numbers in the cache of ldconfig that look like paths name no folder, nor does a text that does not end`() {
        val own = Library.folders(ByteArray(0))
        val here = File("target").absolutePath
        for (odd in listOf("/", "/\u0001", "//", "/nowhere/at/all.so", "target/x.so", "")) {
            assertEquals(own, Library.folders("\u0000$odd\u0000\u0000/".toByteArray(Charsets.ISO_8859_1))) { odd }
        }
        assertEquals("$own:$here", Library.folders("\u0002/\u0000$here/x.so\u0000$here/y.so\u0000$here/z/u".toByteArray(Charsets.ISO_8859_1)))
    }

    private fun foldersOf(said: String) = said.lines().first { it.startsWith("folders: ") }.removePrefix("folders: ").split(':')

    @Test
    fun `one of another version is named with the version of the jar, also where it lacks a call`() {
        val other = "9" + version.drop(1)
        val call = "uniffi_bosoto_kotlin_fn_method_case_view"
        for (lacking in listOf(false, true)) {
            val said = saidWith("other-library") { library ->
                val patched = library.readBytes().toString(Charsets.ISO_8859_1).replace(version, other)
                val shown = if (lacking) patched.replace(call, call.reversed()) else patched
                library.writeBytes(shown.toByteArray(Charsets.ISO_8859_1))
            }
            for (part in listOf("OtherLibraryException", "รุ่น $other", "of version $other, the jar of $version", "jna.library.path")) {
                assertTrue(part in said) { said }
            }
            assertEquals(2, said.lines().count { it.startsWith("thrown: io.github.bosoto.OtherLibraryException") }) { said }
        }
    }

    @Test
    fun `JNA's own types are ready before the first structure that holds another, so that nobody who begins beside it waits for good`() {
        val said = saidWith("started", "-Xlog:class+init=info") {}.lines()
        fun place(type: String) = said.indexOfFirst { "Initializing '$type'" in it }.also { assertTrue(it >= 0) { type } }
        assertTrue(place("com/sun/jna/Structure\$FFIType") < place("io/github/bosoto/border/UniffiRustCallStatus"))
    }

    /** What another virtual machine says, whose library was changed. */
    private fun saidWith(folder: String, vararg options: String, change: (File) -> Unit): String {
        val changed = File("target/$folder").apply { deleteRecursively() }
        File(here).copyRecursively(changed)
        change(changed.resolve(library))
        val paths = System.getProperty("java.class.path").split(File.pathSeparator)
        val path = paths.map { if (File(it).absolutePath == here) changed.path else it }.joinToString(File.pathSeparator)
        val java = File(System.getProperty("java.home"), "bin/java").path
        val process = ProcessBuilder(java, "-Dfile.encoding=UTF-8", *options, "-cp", path, "io.github.bosoto.LibraryTestKt")
        return process.redirectErrorStream(true).start().inputStream.reader().readText()
    }
}

/** Asks twice: the second exception is as clear as the first. */
fun main() {
    System.setOut(java.io.PrintStream(java.io.FileOutputStream(java.io.FileDescriptor.out), true, "UTF-8"))
    if (System.getProperty("library.test.jna") == "first") NativeLibrary.getProcess()
    repeat(2) {
        try {
            Case.fresh(io.github.bosoto.compulsory.Compulsory)
        } catch (missing: Throwable) {
            println("thrown: $missing")
        }
    }
    println("folders: ${System.getProperty("jna.platform.library.path")}")
}
