package io.github.bosoto.field

import java.io.File
import javax.xml.parsers.DocumentBuilderFactory
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

class ManifestTest {
    private val manifest = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(File("src/main/AndroidManifest.xml"))

    @Test
    fun `it names every screen, and asks for no permission`() {
        val screens = File("src/main/kotlin/io/github/bosoto/field/android").list()!!.filter { it.endsWith("Activity.kt") }
        assertEquals(screens.map { ".android." + it.removeSuffix(".kt") }.toSet(), names("activity"))
        assertEquals(emptySet<String>(), names("uses-permission"))
    }

    private fun names(element: String): Set<String> {
        val found = manifest.getElementsByTagName(element)
        return (0 until found.length).map { found.item(it).attributes.getNamedItem("android:name").nodeValue }.toSet()
    }
}
