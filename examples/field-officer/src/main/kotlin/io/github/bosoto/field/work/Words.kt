package io.github.bosoto.field.work

import io.github.bosoto.contract.Lang
import io.github.bosoto.contract.Text

/** In the language of the screen. */
fun Text.of(lang: Lang): String = if (lang == Lang.TH) th else en

/** What the screens say of themselves. What they say of a case or of a rule is the library's. */
object Words {
    val signIn = Text("ลงชื่อเข้าใช้", "Sign in")
    val who = Text("ผู้ปฏิบัติงานคือใคร", "Who is working?")
    val organisation = Text("รหัสตำบล 6 หลัก หรือรหัสอำเภอ 4 หลัก", "Tambon code (6 digits) or district code (4 digits)")
    val tambonCode = Text("ชุดปฏิบัติการประจำตำบลใช้รหัสตำบล 6 หลัก โปรดแก้ไขรหัส", "A tambon team signs in with a tambon code of 6 digits: correct it")
    val districtCode = Text("ผู้รับผิดชอบบันทึกข้อมูลของอำเภอใช้รหัสอำเภอ 4 หลัก โปรดแก้ไขรหัส", "A recorder of a district signs in with a district code of 4 digits: correct it")
    val today = Text("งานวันนี้", "Today's work")
    val later = Text("งานถัดไป", "Later")
    val nothing = Text("วันนี้ไม่มีงานค้าง", "Nothing is owed today")
    val noCases = Text(
        "ในเครื่องนี้ยังไม่มีเคสในพื้นที่ของรหัสที่ลงชื่อเข้าใช้ โปรดตรวจสอบรหัส หรือแลกเปลี่ยนข้อมูลกับอำเภอเพื่อรับเคส",
        "This device has no case in the area of the code that you signed in with: check the code, or exchange with the district to get the cases",
    )
    val damaged = Text("ข้อมูลของเคสนี้ในเครื่องอ่านไม่ได้ โปรดแจ้งผู้ดูแลระบบ รหัสเคส", "The data of this case on this device cannot be read; tell whoever looks after the system. Case")
    val dueBy = Text("วันครบกำหนด", "Due")
    val opensOn = Text("วันที่เริ่มทำได้", "Opens")
    val owed = Text("งานที่ต้องทำ", "Work to do")
    val can = Text("ทำได้ตอนนี้", "Can be done now")
    val cannot = Text("ยังทำไม่ได้", "Cannot be done now")
    val from = Text("ตั้งแต่", "from")
    val history = Text("ประวัติ", "History")
    val takenBack = Text("ถอนแล้ว", "Taken back")
    val noEffect = Text("เก็บไว้โดยไม่มีผล", "Kept without effect")
    val residence = Text("ภูมิลำเนาหรือที่พักอาศัย", "Residence")
    val save = Text("บันทึก", "Save")
    val saved = Text("บันทึกแล้ว เก็บไว้ในเครื่องและจะส่งเมื่อแลกเปลี่ยนข้อมูล", "Saved on this device; it is sent with the next exchange")
    val settledElsewhere = Text(
        "มีการบันทึกเรื่องนี้จากเครื่องหรือหน้าจออื่นไว้แล้ว ข้อมูลที่กรอกยังอยู่ครบและยังไม่ได้บันทึก หากต้องการบันทึกเพิ่ม โปรดตรวจสอบแล้วกดบันทึก จะบันทึกเป็นรายการใหม่",
        "This was settled already, on another device or screen. What was filled in is kept and not saved yet: to enter it as well, check it and save, and it will be an entry of its own",
    )
    val noText = Text("มีอักขระที่ไม่สมบูรณ์ในช่องนี้ โปรดลบแล้วพิมพ์ใหม่", "a character in this field is broken: remove it and type it anew")
    val notKept = Text("เก็บข้อมูลไม่ได้ พื้นที่ว่างในเครื่องอาจไม่พอ โปรดเพิ่มพื้นที่ว่างแล้วลองใหม่", "Nothing can be stored, perhaps for want of space: free some on this device and try again")
    val required = Text("ต้องกรอก", "required")
    val dayHint = Text("วัน/เดือน/ปี พ.ศ. เช่น", "B.E. date, such as")
    val choose = Text("โปรดเลือก", "Please choose")
    val sync = Text("แลกเปลี่ยนข้อมูลกับอำเภอ", "Exchange with the district")
    val syncing = Text("กำลังแลกเปลี่ยนข้อมูล", "Exchanging")
    val synced = Text("แลกเปลี่ยนข้อมูลแล้ว จำนวนเคสที่เปลี่ยนแปลง", "Exchanged; cases that changed:")
    val notSynced = Text(
        "แลกเปลี่ยนข้อมูลไม่สำเร็จ โปรดตรวจสอบที่เก็บแฟ้มและพื้นที่ว่างในเครื่องแล้วลองใหม่ ข้อมูลในเครื่องยังอยู่ครบ",
        "The exchange failed: check where the files are kept and whether there is space left, and try again. Nothing on this device is lost",
    )
    val unsent = Text("ข้อมูลใหม่จะส่งเมื่อแลกเปลี่ยนข้อมูลครั้งถัดไป", "What is new is sent with the next exchange")
    val conflicts = Text("รายการที่ไม่สอดคล้องกัน", "Entries that do not fit together")
    val noConflicts = Text("ไม่มีรายการที่ไม่สอดคล้องกัน", "All entries fit together")
    val instead = Text("แก้ไขโดยบันทึกรายการใหม่", "Resolve it by a new entry")
    val understood = Text("รับทราบ ไม่ต้องแก้ไข", "Understood, leave it as it is")
    val by = Text("โดย", "by")
    val change = Text("เปลี่ยนผู้ใช้งาน", "Change user")
    val language = Text("English", "ภาษาไทย")
}
