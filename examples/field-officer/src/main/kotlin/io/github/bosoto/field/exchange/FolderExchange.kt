package io.github.bosoto.field.exchange

import java.io.File
import java.io.FileOutputStream
import java.io.IOException
import java.nio.channels.FileChannel
import java.nio.file.Files
import java.nio.file.StandardCopyOption

/** Two folders: what lies in [inbox] has come, what is put into [outbox] leaves. Somebody carries the files: a cable, a card, a mail. */
class FolderExchange(private val outbox: File, private val inbox: File) : Exchange {
    override fun give(parcel: Parcel) {
        outbox.mkdirs()
        val half = File(outbox, parcel.name + HALF)
        FileOutputStream(half).use { out ->
            out.write(parcel.bytes())
            out.fd.sync()
        }
        Files.move(half.toPath(), File(outbox, parcel.name).toPath(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING)
        keepName()
    }

    /** That the file has its name outlasts a loss of power too, where the system can promise it for a folder. */
    private fun keepName() = try {
        FileChannel.open(outbox.toPath()).use { it.force(true) }
    } catch (_: IOException) {
    }

    override fun superseded(name: String) {
        File(outbox, name).delete()
    }

    /** Folders, and files that a system hides for itself, are none of ours. */
    override fun waiting(): List<Parcel> {
        val files = inbox.listFiles { file -> file.isFile && !file.isHidden && !file.name.endsWith(HALF) }.orEmpty()
        return files.sortedWith(compareBy({ it.lastModified() }, { it.name })).map { Parcel(it.name, it::readBytes) }
    }

    override fun taken(parcel: Parcel) {
        File(inbox, parcel.name).delete()
    }

    private companion object {
        const val HALF = ".half"
    }
}
