package hospital;

import io.github.bosoto.BosotoException;
import io.github.bosoto.contract.FindingSeverity;
import io.github.bosoto.contract.Questions;
import io.github.bosoto.contract.RecordFinding;
import io.github.bosoto.contract.RecordTable;
import io.github.bosoto.contract.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The hospital's rows for the 43 files: each is asked about before it leaves, and a wrong one stays with its reasons. */
public final class Export {
    /** What stands between cells and between rows; the format has no way to write it inside of a cell. */
    private static final Pattern SEPARATOR = Pattern.compile("[|\\r\\n]");

    private static final Text UNWRITABLE = new Text(
            "มีช่องที่มีเครื่องหมาย | หรือขึ้นบรรทัดใหม่ ซึ่งเขียนลงแฟ้มไม่ได้ โปรดแก้ไขข้อความในช่องนั้น",
            "a cell has a | or a line break, which the file cannot hold; correct its text");

    private Export() {}

    /**
     * A row that stays.
     *
     * @param place its place among the rows, from 0
     * @param findings what is wrong with its cells
     * @param refusal why it is no row of the table or cannot be written, where it is so
     */
    public record Held(int place, List<RecordFinding> findings, Optional<Text> refusal) {}

    /** Writes the good rows into a file, and says which stay and why. */
    public static List<Held> write(RecordTable table, List<String> columns, List<Map<String, String>> rows, Path file) throws IOException {
        List<Held> held = new ArrayList<>();
        List<String> lines = new ArrayList<>(List.of(String.join("|", columns)));
        for (int place = 0; place < rows.size(); place++) {
            Map<String, String> row = rows.get(place);
            judge(table, place, row).ifPresentOrElse(held::add, () -> lines.add(line(columns, row)));
        }
        Files.write(file, lines);
        return held;
    }

    private static Optional<Held> judge(RecordTable table, int place, Map<String, String> row) {
        try {
            List<RecordFinding> findings = Questions.checkRow(table.getWord(), row);
            boolean isWritable = row.values().stream().filter(Objects::nonNull).noneMatch(cell -> SEPARATOR.matcher(cell).find());
            boolean isGood = findings.stream().noneMatch(finding -> finding.getSeverity() == FindingSeverity.ERROR);
            if (isWritable && isGood) return Optional.empty();
            return Optional.of(new Held(place, findings, isWritable ? Optional.empty() : Optional.of(UNWRITABLE)));
        } catch (BosotoException refused) {
            return Optional.of(new Held(place, List.of(), Optional.of(new Text(refused.getTh(), refused.getEn()))));
        }
    }

    private static String line(List<String> columns, Map<String, String> row) {
        return String.join("|", columns.stream().map(column -> Objects.requireNonNullElse(row.get(column), "")).toList());
    }
}
