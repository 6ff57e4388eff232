package io.github.bosoto.field.exchange

/** How logs travel between a phone and its district: files by any means, or later HTTP. Both only ever carry whole parcels. */
interface Exchange {
    /** Gives a parcel away. When this returns it has left, whole; the same parcel given twice is one. */
    fun give(parcel: Parcel)

    /** What has come and was not taken in yet, the oldest first. */
    fun waiting(): List<Parcel>

    /** A parcel was taken in: it need not come again. */
    fun taken(parcel: Parcel)
}

/** Something that travels: logs, a case a line, or a notice. Its name says what is in it, and is the same for the same content. */
class Parcel(val name: String, val text: String) {
    /** Without what is a person's. */
    override fun toString(): String = "Parcel($name)"
}
