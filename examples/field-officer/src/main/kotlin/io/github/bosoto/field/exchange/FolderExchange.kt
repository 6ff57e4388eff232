package io.github.bosoto.field.exchange

import java.io.File
import java.io.FileOutputStream
import java.nio.file.Files
import java.nio.file.StandardCopyOption

/** Two folders: what lies in [inbox] has come, what is put into [outbox] leaves. Somebody carries the files: a cable, a card, a mail. */
class FolderExchange(private val outbox: File, private val inbox: File) : Exchange {
    override fun give(parcel: Parcel) {
        outbox.mkdirs()
        val half = File(outbox, parcel.name + HALF)
        FileOutputStream(half).use { out ->
            out.write(parcel.text.toByteArray())
            out.fd.sync()
        }
        Files.move(half.toPath(), File(outbox, parcel.name).toPath(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING)
    }

    override fun waiting(): List<Parcel> {
        val files = inbox.listFiles { file -> !file.name.endsWith(HALF) }.orEmpty()
        return files.sortedWith(compareBy({ it.lastModified() }, { it.name })).map { Parcel(it.name, it.readText()) }
    }

    override fun taken(parcel: Parcel) {
        File(inbox, parcel.name).delete()
    }

    private companion object {
        const val HALF = ".half"
    }
}
