package hospital;

import io.github.bosoto.contract.FindingSeverity;
import io.github.bosoto.contract.Questions;
import io.github.bosoto.contract.RecordFinding;
import io.github.bosoto.contract.RecordTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The hospital's rows for the 43 files: each is asked about before it leaves, and a wrong one stays with its reasons. */
public final class Export {
    private Export() {}

    /**
     * A row that stays.
     *
     * @param place its place among the rows, from 0
     * @param findings what is wrong with it
     */
    public record Held(int place, List<RecordFinding> findings) {}

    /** Writes the good rows into a file, and says which stay and why. */
    public static List<Held> write(RecordTable table, List<String> columns, List<Map<String, String>> rows, Path file) throws IOException {
        List<Held> held = new ArrayList<>();
        List<String> lines = new ArrayList<>(List.of(String.join("|", columns)));
        for (int place = 0; place < rows.size(); place++) {
            List<RecordFinding> findings = Questions.checkRow(table.getWord(), rows.get(place));
            if (findings.stream().anyMatch(finding -> finding.getSeverity() == FindingSeverity.ERROR)) {
                held.add(new Held(place, findings));
            } else {
                lines.add(line(columns, rows.get(place)));
            }
        }
        Files.write(file, lines);
        return held;
    }

    private static String line(List<String> columns, Map<String, String> row) {
        return String.join("|", columns.stream().map(column -> row.getOrDefault(column, "")).toList());
    }
}
