package io.github.bosoto

import com.sun.jna.NativeLibrary
import com.sun.jna.Platform
import io.github.bosoto.border.RustBuffer
import io.github.bosoto.border.UniffiRustCallStatus
import io.github.bosoto.border.start
import io.github.bosoto.border.version
import io.github.bosoto.contract.VERSION
import java.io.File
import java.io.FileOutputStream
import java.io.IOException
import java.io.InputStream
import java.io.OutputStream
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.util.concurrent.atomic.AtomicBoolean

private const val NAME = "bosoto_kotlin"

/** Where JNA looks for what it does not find by name; it asks `ldconfig` and sets this where nobody has set it. */
private const val FOLDERS = "jna.platform.library.path"

private const val END: Byte = 0
private const val SLASH = '/'.code.toByte()

/**
 * The native library, loaded by whoever comes first. That is in the way of a program's start, so what is called here is what
 * the virtual machine has at hand: Kotlin's own calls for lists and files bring large classes along.
 */
internal object Library {
    private val isReady = AtomicBoolean()

    /** What the border asks JNA to load: a file, or a name to look for. */
    @Volatile
    var path: String = NAME
        private set

    fun ready() {
        if (!isReady.get()) load()
    }

    // UniFFI's own sums of every signature (`uniffiEnsureInitialized`) are left to the tests: they took a seventh of the first call.
    @Synchronized
    private fun load() {
        if (isReady.get()) return
        var unpacked: File? = null
        val found = try {
            // JNA lays out a structure within a structure under a lock, and stands still for good where another program of this virtual
            // machine begins with JNA at that moment. One that holds no other, made first, needs no lock for what both are waiting for.
            RustBuffer.ByValue()
            nameFolders()
            unpacked = unpacked()
            path = unpacked?.path ?: NAME
            start()
            version()
        } catch (missing: LinkageError) {
            // One of another version may lack what is asked of it.
            foundVersion()?.takeIf { it != VERSION } ?: throw missing(missing)
        } finally {
            unpacked?.delete()
        }
        if (found != VERSION) throw OtherLibraryException(VERSION, found)
        isReady.set(true)
    }

    /**
     * JNA starts `ldconfig` as a program to learn the folders of Linux's libraries, which takes longer than anything else it does.
     * The same folders stand in the cache that `ldconfig` prints. Where there is none, JNA asks as ever.
     */
    private fun nameFolders() {
        if (Platform.RESOURCE_PREFIX != "linux-x86-64" || isSet(FOLDERS)) return
        try {
            System.setProperty(FOLDERS, folders(Files.readAllBytes(File("/etc/ld.so.cache").toPath())))
        } catch (_: IOException) {
            return
        }
    }

    /** The folders that JNA would name: its own, then those of every path in the cache, in which each text ends with a zero. */
    internal fun folders(cache: ByteArray): String {
        val named = LinkedHashSet<String>()
        for (own in arrayOf("/usr/lib/x86_64-linux-gnu", "/lib/x86_64-linux-gnu", "/usr/lib64", "/lib64", "/usr/lib", "/lib")) named.add(own)
        var start = 0
        for (end in cache.indices) {
            if (cache[end] != END) continue
            if (cache[start] == SLASH) {
                val folder = File(String(cache, start, end - start, StandardCharsets.ISO_8859_1)).parent
                // A number of the cache may look like a path too.
                if (folder != null && folder != File.separator) named.add(folder)
            }
            start = end + 1
        }
        val there = StringBuilder()
        for (folder in named) {
            if (File(folder).isDirectory) there.append(if (there.isEmpty()) "" else File.pathSeparator).append(folder)
        }
        return there.toString()
    }

    /**
     * The library taken out of the jar, or null where that is left to JNA: where the user names another place, where a file in use
     * cannot be deleted, and where what was taken out cannot be loaded. JNA looks through all folders of the system first, and
     * copies a kilobyte at a time.
     */
    private fun unpacked(): File? {
        if (isSet("jna.library.path") || isSet("jna.nounpack") || Platform.isWindows()) return null
        val packed = Library::class.java.classLoader?.getResource(resource()) ?: return null
        var file: File? = null
        try {
            file = File.createTempFile("bosoto", ".so", System.getProperty("jna.tmpdir")?.let { File(it) })
            packed.openStream().use { from -> FileOutputStream(file).use { copy(from, it) } }
            NativeLibrary.getInstance(file.path)
            return file
        } catch (_: IOException) {
        } catch (_: LinkageError) {
        }
        file?.delete()
        return null
    }

    private fun copy(from: InputStream, into: OutputStream) {
        val piece = ByteArray(1 shl 16)
        while (true) {
            val size = from.read(piece)
            if (size < 0) return
            into.write(piece, 0, size)
        }
    }

    private fun isSet(property: String) = System.getProperty(property) != null

    /** Where the library lies in the jar. */
    private fun resource() = "${Platform.RESOURCE_PREFIX}/${System.mapLibraryName(NAME)}"

    /** The version of the library, as one knows it who knows nothing else of it; null where there is none. */
    private fun foundVersion(): String? = try {
        val ask = NativeLibrary.getInstance(path).getFunction("uniffi_bosoto_kotlin_fn_func_version")
        val text = ask.invoke(RustBuffer.ByValue::class.java, arrayOf(UniffiRustCallStatus())) as RustBuffer.ByValue
        Charsets.UTF_8.decode(text.asByteBuffer()).toString()
    } catch (_: LinkageError) {
        null
    }

    private fun missing(why: Throwable): BosotoException {
        val cause = generateSequence(why) { it.cause }.last()
        val said = cause.message.orEmpty().lineSequence().first()
        // JNA itself may be what could not be loaded.
        val resource = try {
            resource()
        } catch (_: LinkageError) {
            return LibraryNotLoadedException(said)
        }
        val isThere = Library::class.java.classLoader?.getResource(resource) != null
        return if (isThere) LibraryNotLoadedException(said) else MissingLibraryException(Platform.RESOURCE_PREFIX, resource, said)
    }
}
