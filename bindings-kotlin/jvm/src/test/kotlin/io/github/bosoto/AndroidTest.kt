package io.github.bosoto

import java.io.File
import java.util.jar.JarFile
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** The archive for Android: what of it can be made and tried without an NDK. */
class AndroidTest {
    private val android = ROOT.resolve("bindings-kotlin/android")
    private val work = File("target/android").apply { mkdirs() }
    private val classes = File(work, "classes.jar").also { jar(it, File("target/classes")) }

    @Test
    fun `without an NDK everything else is laid out, and the last line says what to install`() {
        val folder = File(work, "aar")
        val archive = File(work, "bosoto.aar").apply { delete() }
        val script = android.resolve("aar.sh").path
        val (code, said) = run(listOf("bash", script, classes.path, folder.path, archive.path), "ANDROID_NDK_HOME" to File(work, "no-ndk").path)
        assertEquals(2, code) { said }
        val last = said.trim().lines().last()
        for (part in listOf("no archive was made", "Android NDK", "ANDROID_NDK_HOME")) assertTrue(part in last) { said }
        for (abi in listOf("arm64-v8a", "armeabi-v7a")) assertTrue("jni/$abi/libbosoto_kotlin.so: not built" in said) { said }
        assertFalse(archive.exists())
        assertTrue(folder.list()!!.toSet().containsAll(setOf("AndroidManifest.xml", "classes.jar", "proguard.txt", "R.txt", "jni")))
        val packed = JarFile(File(folder, "classes.jar")).use { jar -> jar.entries().toList().map { it.name } }
        assertTrue("io/github/bosoto/Case.class" in packed)
        assertTrue(packed.none { it.endsWith(".so") })
    }

    @Test
    fun `its versions are those of the jar`() {
        val (pom, aar) = File("pom.xml").readText() to android.resolve("bosoto-android.pom").readText()
        for (artifact in listOf("kotlin-stdlib", "kotlinx-serialization-json-jvm", "kotlinx-coroutines-core-jvm", "jna")) {
            val wanted = version(pom, artifact).let { given ->
                if (!given.startsWith("\${")) given else pom.substringAfter("<${given.drop(2).dropLast(1)}>").substringBefore("<")
            }
            assertEquals(wanted, version(aar, artifact), artifact)
        }
        assertEquals(System.getProperty("bosoto.version"), version(aar, "bosoto-android"))
    }

    @Test
    fun `an application that R8 has shrunk by its rules says the same`() {
        val app = File(work, "app.jar").also { jar(it, File("target/test-classes"), "io/github/bosoto/quickstart") }
        val rules = File(work, "app.pro")
        rules.writeText("-keep class io.github.bosoto.quickstart.QuickStartKt { public static void main(java.lang.String[]); }\n-dontobfuscate\n")
        val paths = System.getProperty("java.class.path").split(File.pathSeparator)
        val needed = listOf("annotations", "kotlin-stdlib", "kotlinx-serialization", "kotlinx-coroutines", "jna-")
        val libraries = paths.filter { path -> needed.any { File(path).name.startsWith(it) } }
        val shrunk = File(work, "shrunk.jar")
        val r8 = listOf(java(), "-cp", paths.joinToString(File.pathSeparator), "com.android.tools.r8.R8", "--classfile", "--release",
            "--lib", System.getProperty("java.home"), "--pg-conf", rules.path, "--pg-conf", android.resolve("consumer-rules.pro").path,
            "--output", shrunk.path, app.path, classes.path) + libraries
        val (code, said) = run(r8)
        assertEquals(0, code) { said.take(4_000) }
        val all = (libraries + classes.path + app.path).sumOf { File(it).length() }
        assertTrue(shrunk.length() < all / 2) { "${shrunk.length()} of $all" }

        val main = "io.github.bosoto.quickstart.QuickStartKt"
        val (ended, printed) = run(listOf(java(), "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-cp", shrunk.path, main))
        val readme = ROOT.resolve("bindings-kotlin/README.md").readText()
        assertEquals(0 to readme.substringAfter("```text\n").substringBefore("```"), ended to printed)
    }

    private fun version(pom: String, artifact: String): String =
        pom.substringAfter("<artifactId>$artifact</artifactId>").substringAfter("<version>").substringBefore("<")

    private fun java(): String = File(System.getProperty("java.home"), "bin/java").path

    private fun jar(into: File, folder: File, part: String = ".") {
        val tool = File(System.getProperty("java.home"), "bin/jar").path
        val (code, said) = run(listOf(tool, "--create", "--file", into.path, "-C", folder.path, part))
        assertEquals(0, code) { said }
    }

    private fun run(command: List<String>, vararg environment: Pair<String, String>): Pair<Int, String> {
        val builder = ProcessBuilder(command).redirectErrorStream(true)
        builder.environment().putAll(environment)
        val process = builder.start()
        val said = process.inputStream.reader(Charsets.UTF_8).readText()
        return process.waitFor() to said
    }
}
