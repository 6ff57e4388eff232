//! A workbook with one worksheet of any bytes.

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook whose worksheet PERSON holds these bytes where its rows are.
#[must_use]
pub fn workbook(rows: &[u8]) -> Vec<u8> {
    let root = format!(
        "<Relationships><Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let own = format!(
        "<Relationships><Relationship Id=\"rId1\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
        <Relationship Id=\"rId2\" Type=\"{RELATIONS}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    );
    let book = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"PERSON\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    let styles =
        "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    let strings = "<sst><si><t>HOSPCODE</t></si><si><t>PID</t></si><si><t>BIRTH</t></si><si><t>10670</t></si></sst>";
    let sheet = [&b"<worksheet><sheetData>"[..], rows, b"</worksheet>"].concat();
    zip(&[
        ("_rels/.rels", root.as_bytes()),
        ("xl/_rels/workbook.xml.rels", own.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

/// A ZIP whose members are not packed.
fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut zip, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in members {
        let size = u32::try_from(bytes.len()).expect("small").to_le_bytes();
        let length = u16::try_from(name.len()).expect("small").to_le_bytes();
        let about = [
            &[20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0][..],
            &crc(bytes).to_le_bytes(),
            &size,
            &size,
            &length,
            &[0, 0],
        ]
        .concat();
        let offset = u32::try_from(zip.len()).expect("small").to_le_bytes();
        zip.extend([b"PK\x03\x04", &about[..], name.as_bytes(), bytes].concat());
        let entry = [
            b"PK\x01\x02\x14\x00",
            &about[..],
            &[0; 10],
            &offset,
            name.as_bytes(),
        ];
        directory.extend(entry.concat());
    }
    let start = u32::try_from(zip.len()).expect("small").to_le_bytes();
    let count = u16::try_from(members.len()).expect("small").to_le_bytes();
    let size = u32::try_from(directory.len()).expect("small").to_le_bytes();
    let end = [
        b"PK\x05\x06\0\0\0\0",
        &count[..],
        &count,
        &size,
        &start,
        &[0, 0],
    ];
    [zip, directory, end.concat()].concat()
}

fn crc(bytes: &[u8]) -> u32 {
    let shifted = |sum: u32, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg());
    let of_byte = |sum: u32, byte: &u8| (0..8).fold(sum ^ u32::from(*byte), shifted);
    !bytes.iter().fold(!0, of_byte)
}
