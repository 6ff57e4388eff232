package hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bosoto.compulsory.RejectedDecision;
import io.github.bosoto.compulsory.ReportAbsence;
import io.github.bosoto.contract.WorklistItem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenTest {
    @TempDir Path folder;

    @Test
    void theWorklistBeginsWithWhatIsOverdueAndSaysWhy() throws Exception {
        try (Store store = Store.open(folder.resolve("h.sqlite"))) {
            Hospital hospital = new Hospital(store);
            Demo.missed(hospital, "C-1");
            Demo.missed(hospital, "C-2");
            List<WorklistItem> items = hospital.worklist(Demo.NURSE, LocalDate.parse("2025-02-03")).getItems();
            assertEquals(List.of("overdue", "overdue", "due", "due", "upcoming", "upcoming"), items.stream().map(item -> item.getUrgency().getWord()).toList());
            assertTrue(Screen.worklist(hospital.worklist(Demo.NURSE, LocalDate.parse("2025-02-03"))).startsWith("เกินกำหนด · C-1 · "));
            assertTrue(items.stream().noneMatch(item -> item.getBecause().getTh().isBlank()));
        }
    }

    @Test
    void aButtonSaysWhyNotAndFromWhichDay() throws Exception {
        try (Store store = Store.open(folder.resolve("h.sqlite"))) {
            Hospital hospital = new Hospital(store);
            Demo.missed(hospital, "C-1");
            List<Button> buttons = hospital.buttons("C-1", Demo.NURSE, Demo.at("2025-02-03T09:00"));
            Button trace = named(buttons, "record_trace");
            assertTrue(trace.enabled());
            assertNull(trace.from());
            Button report = named(buttons, "report_absence");
            assertFalse(report.enabled());
            assertEquals("6 ก.พ. 2568", report.from());
            assertTrue(report.reasons().stream().anyMatch(reason -> reason.endsWith("(CT-16)")));
            assertTrue(Screen.buttons(buttons).contains("(ตั้งแต่ 6 ก.พ. 2568)"));
        }
    }

    @Test
    void aRefusalStoresAndSendsNothing() throws Exception {
        try (Store store = Store.open(folder.resolve("h.sqlite"))) {
            Hospital hospital = new Hospital(store);
            Demo.missed(hospital, "C-1");
            String before = store.inTransaction(Casebook::all);
            var refused = hospital.act("C-1", Demo.sent("2025-02-03T09:00", Demo.NURSE, new ReportAbsence()));
            assertTrue(refused instanceof RejectedDecision);
            assertEquals(before, store.inTransaction(Casebook::all));
            assertEquals(List.of(), new Outbox(store).waiting());
        }
    }

    private static Button named(List<Button> buttons, String command) {
        return buttons.stream().filter(button -> button.command().equals(command)).findFirst().orElseThrow();
    }
}
