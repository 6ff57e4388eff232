package io.github.bosoto

/** What the library throws. The message is Thai first, English beside it; it holds nothing of a person. */
public open class BosotoException internal constructor(
    /** Thai. */
    public val th: String,
    /** English. */
    public val en: String,
) : RuntimeException("$th ($en)")

/** A handle that was closed, or whose use began after that. */
public class ClosedException internal constructor(handle: String) : BosotoException(
    "$handle ถูกปิดแล้ว โปรดเปิดใหม่ก่อนใช้",
    "this $handle was closed; open it anew before you use it",
)

/** A fault of the library itself. Nothing was changed; its place stands on the standard error. */
public class FaultException internal constructor() : BosotoException(
    "ระบบขัดข้องภายใน โปรดแจ้งผู้ดูแลพร้อมตำแหน่งที่แสดงใน standard error",
    "a fault inside the library; report it with the place on the standard error",
)

/** A document that its type cannot be read from. */
public class UnreadableException internal constructor(document: String) : BosotoException(
    "อ่านเอกสารเป็น $document ไม่ได้ โปรดตรวจสอบรูปแบบ และรุ่นของระบบที่สร้างเอกสาร",
    "the document cannot be read as $document; see whether it is one, and which version has written it",
)

/**
 * A log with an event whose type this version does not know in its lifecycle: of a later version, or the log is of another
 * lifecycle. It is kept as it is.
 */
public class UnknownEventException internal constructor(
    /** The type of the event. */
    public val event: String,
    /** The contract's error, with its place. */
    public val error: io.github.bosoto.contract.WireError,
) : BosotoException(
    "ประวัติมีรายการชนิด `$event` ที่กระบวนงานนี้ในรุ่นนี้ไม่รู้จัก โปรดตรวจสอบว่าเลือกกระบวนงานถูกต้อง หรือปรับรุ่นของระบบ ข้อมูลเดิมยังอยู่ครบ",
    "the log has an event of the type `$event`, which this version does not know in this lifecycle; see whether it is the right lifecycle, or use a later version: the log is kept whole",
)

/** The native library is in the jar, but it cannot be taken out or loaded: mostly for want of a folder to write to. */
public class LibraryNotLoadedException internal constructor(
    /** What the system said. */
    public val system: String,
) : BosotoException(
    "โหลดไลบรารี bosoto จากไฟล์ jar ไม่ได้ โปรดกำหนดโฟลเดอร์ที่เขียนได้ด้วย `-Djna.tmpdir` หรือวางไลบรารีไว้ในโฟลเดอร์แล้วกำหนด `-Djna.library.path` และ `-Djna.boot.library.path`",
    "the native library cannot be loaded from the jar; name a folder that can be written to with `-Djna.tmpdir`, or lay the libraries into a folder and name it with `-Djna.library.path` and `-Djna.boot.library.path` [$system]",
)

/** No native library for this platform is in the jar. */
public class MissingLibraryException internal constructor(
    /** The platform, as the folders of the jar name it: `linux-x86-64`, `win32-x86-64`, `darwin-aarch64` … */
    public val platform: String,
    /** The file that is looked for in the jar. */
    public val resource: String,
    /** What the system said. */
    public val system: String,
) : BosotoException(
    "ไม่มีไลบรารีสำหรับแพลตฟอร์ม $platform โปรดสร้างด้วย ${build()} แล้ววางไว้ที่ $resource ใน classpath",
    "no native library for the platform $platform: build it there with ${build()} and put it on the class path as $resource [$system]",
) {
    private companion object {
        fun build(): String = "`cargo build --locked --profile small -p bosoto-kotlin`"
    }
}

/** The native library is of another version than the classes that use it: their types and calls differ. */
public class OtherLibraryException internal constructor(
    /** The version of the classes. */
    public val expected: String,
    /** The version of the library. */
    public val found: String,
) : BosotoException(
    "ไลบรารี bosoto เป็นรุ่น $found แต่ไฟล์ jar เป็นรุ่น $expected โปรดใช้รุ่นเดียวกัน โดยลบไลบรารีรุ่นอื่นออกจาก classpath และ jna.library.path",
    "the native library is of version $found, the jar of $expected: use both of one version, and take the other library off the class path and `jna.library.path`",
)
