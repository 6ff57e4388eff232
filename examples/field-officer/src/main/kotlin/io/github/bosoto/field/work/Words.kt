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
    val today = Text("งานวันนี้", "Today's work")
    val later = Text("งานถัดไป", "Later")
    val nothing = Text("วันนี้ไม่มีงานค้าง", "Nothing is owed today")
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
    val required = Text("ต้องกรอก", "required")
    val dayHint = Text("วัน/เดือน/ปี พ.ศ. เช่น", "B.E. date, such as")
    val choose = Text("โปรดเลือก", "Please choose")
    val sync = Text("แลกเปลี่ยนข้อมูลกับอำเภอ", "Exchange with the district")
    val syncing = Text("กำลังแลกเปลี่ยนข้อมูล", "Exchanging")
    val synced = Text("แลกเปลี่ยนข้อมูลแล้ว จำนวนเคสที่เปลี่ยนแปลง", "Exchanged; cases that changed:")
    val notSynced = Text("แลกเปลี่ยนข้อมูลไม่สำเร็จ โปรดตรวจสอบที่เก็บแฟ้มแล้วลองใหม่", "The exchange failed: check where the files are kept, and try again")
    val unsent = Text("ข้อมูลใหม่จะส่งเมื่อแลกเปลี่ยนข้อมูลครั้งถัดไป", "What is new is sent with the next exchange")
    val conflicts = Text("รายการที่ไม่สอดคล้องกัน", "Entries that do not fit together")
    val noConflicts = Text("ไม่มีรายการที่ไม่สอดคล้องกัน", "All entries fit together")
    val instead = Text("แก้ไขโดยบันทึกรายการใหม่", "Resolve it by a new entry")
    val understood = Text("รับทราบ ไม่ต้องแก้ไข", "Understood, leave it as it is")
    val by = Text("โดย", "by")
    val change = Text("เปลี่ยนผู้ใช้งาน", "Change user")
    val language = Text("English", "ภาษาไทย")
}
