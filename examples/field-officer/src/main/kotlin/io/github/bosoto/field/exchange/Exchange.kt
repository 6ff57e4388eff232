package io.github.bosoto.field.exchange

/** How logs travel between a phone and its district: files by any means, or later HTTP. What comes is looked at by whoever takes it in: see [Load]. */
interface Exchange {
    /** Gives a parcel away. When this returns it has left, whole; the same parcel given twice is one. */
    fun give(parcel: Parcel)

    /** What this device has given under this name is in what it has given since: where it still lies, it need not. */
    fun superseded(name: String)

    /** What has come and was not taken in yet, the oldest first. */
    fun waiting(): List<Parcel>

    /** A parcel was taken in: it need not come again. */
    fun taken(parcel: Parcel)
}

/** Something that travels: a name for its file, and its bytes, which are read when they are asked for. */
class Parcel(val name: String, val bytes: () -> ByteArray) {
    /** Without what is a person's. */
    override fun toString(): String = "Parcel($name)"
}
