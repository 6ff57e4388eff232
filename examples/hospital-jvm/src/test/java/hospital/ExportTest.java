package hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bosoto.contract.RecordTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    private static final List<String> COLUMNS =
            List.of("HOSPCODE", "CID", "PID", "NAME", "LNAME", "SEX", "BIRTH", "NATION", "DISCHARGE", "TYPEAREA", "D_UPDATE");

    @TempDir Path folder;

    @Test
    void aWrongRowStaysWithItsReasonAndTheOthersLeave() throws Exception {
        Map<String, String> mistyped = person("000124", "3100600445636");
        Path file = folder.resolve("PERSON.txt");
        List<Export.Held> held = Export.write(RecordTable.PERSON, COLUMNS, List.of(person("000123", "3100600445635"), mistyped), file);
        assertEquals(2, Files.readAllLines(file).size());
        assertEquals(1, held.size());
        assertEquals(1, held.get(0).place());
        assertEquals(List.of("cid_check_digit"), held.get(0).findings().stream().map(finding -> finding.getCode().getWord()).toList());
        assertFalse(held.toString().contains("3100600445636"));
    }

    @Test
    void anEmptyCellLeavesAsNothing() throws Exception {
        Map<String, String> row = person("000123", "3100600445635");
        row.put("LNAME", null);
        Path file = folder.resolve("PERSON.txt");
        assertEquals(List.of(), Export.write(RecordTable.PERSON, List.of("HOSPCODE", "LNAME", "PID"), List.of(row), file));
        assertEquals(List.of("HOSPCODE|LNAME|PID", "10670||000123"), Files.readAllLines(file));
    }

    @Test
    void whatIsNoRowOrCannotBeWrittenStaysAndTheOthersLeave() throws Exception {
        List<Map<String, String>> rows = new ArrayList<>(List.of(person("000123", "3100600445635")));
        for (String cell : List.of("สม|ชาย", "สม\nชาย", "สม\rชาย", "\ud800")) {
            rows.add(person("000124", "3100600445635"));
            rows.get(rows.size() - 1).put("NAME", cell);
        }
        rows.add(person("000125", "3100600445635"));
        rows.get(5).put("WEATHER", "rain");
        Path file = folder.resolve("PERSON.txt");
        List<Export.Held> held = Export.write(RecordTable.PERSON, COLUMNS, rows, file);
        assertEquals(2, Files.readAllLines(file).size());
        assertEquals(List.of(1, 2, 3, 4, 5), held.stream().map(Export.Held::place).toList());
        assertTrue(held.stream().allMatch(row -> row.refusal().isPresent()));
        assertFalse(held.toString().contains("สม"));
    }

    private static Map<String, String> person(String pid, String cid) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("HOSPCODE", "10670");
        row.put("CID", cid);
        row.put("PID", pid);
        row.put("NAME", "สมชาย");
        row.put("LNAME", "ใจดี");
        row.put("SEX", "1");
        row.put("BIRTH", "19900115");
        row.put("NATION", "099");
        row.put("DISCHARGE", "9");
        row.put("TYPEAREA", "1");
        row.put("D_UPDATE", "20250203090000");
        return row;
    }
}
