package hospital;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bosoto.compulsory.AcceptedDecision;
import io.github.bosoto.compulsory.Envelope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    @TempDir Path folder;
    private Path database;
    private Path out;

    @BeforeEach
    void aCaseWhoseReportIsDue() throws Exception {
        database = folder.resolve("hospital.sqlite");
        out = folder.resolve("out");
        try (Store store = Store.open(database)) {
            Absence.prepare(new Hospital(store), Absence.CASE);
            assertEquals(List.of(), new Outbox(store).waiting());
        }
    }

    @Test
    void aReportSendsItsNoticeAndItsLetterOnce() throws Exception {
        try (Store store = Store.open(database)) {
            Hospital hospital = new Hospital(store);
            Outbox outbox = new Outbox(store);
            Envelope report = Absence.report();
            hospital.act(Absence.CASE, report).accepted();
            AcceptedDecision again = hospital.act(Absence.CASE, report).accepted();
            assertTrue(again.getRepeated());
            assertEquals(2, outbox.send(new FolderCarrier(out)));
            assertEquals(0, outbox.send(new FolderCarrier(out)));
        }
        List<String> arrived = arrived();
        assertEquals(2, arrived.size());
        assertTrue(arrived.stream().anyMatch(text -> text.startsWith("{\"type\":\"notify\",\"to\":\"PB-KBI\",\"notice\":\"absence\"")));
        assertTrue(arrived.stream().anyMatch(text -> text.startsWith("{\"type\":\"letter\",\"letter\":\"absence\"")));
    }

    @Test
    void aCrashBeforeTheCommitLeavesNothing() throws Exception {
        String before = everything();
        assertEquals(137, die("before the commit"));
        assertEquals(before, everything());
        try (Store store = Store.open(database)) {
            assertEquals(List.of(), new Outbox(store).waiting());
        }
    }

    @Test
    void aCrashBetweenCommitAndSendingLosesNothing() throws Exception {
        assertEquals(137, die("after the commit"));
        assertFalse(Files.exists(out));
        assertEquals(2, sendTheRest());
        assertEquals(2, arrived().size());
    }

    @Test
    void whatArrivedAndWasNotMarkedDoesNotArriveTwice() throws Exception {
        reportAll(3);
        assertEquals(137, die("after it arrived"));
        assertEquals(2, arrived().size());
        assertEquals(5, sendTheRest(), "the second is brought again");
        assertEquals(6, arrived().size());
    }

    @Test
    void aKillInTheMiddleOfSendingLosesNothingAndDoublesNothing() throws Exception {
        reportAll(20);
        Process sending = start("while it sends");
        while (arrived().size() < 5) {
            assertTrue(sending.isAlive());
            Thread.sleep(5);
        }
        sending.destroyForcibly().waitFor();
        assertTrue(arrived().size() < 40);
        sendTheRest();
        assertEquals(40, arrived().size());
        assertEquals(0, sendTheRest());
    }

    @Test
    void aCarrierThatFailsLeavesTheRestInOrder() throws Exception {
        reportAll(2);
        try (Store store = Store.open(database)) {
            Outbox outbox = new Outbox(store);
            List<Message> waiting = outbox.waiting();
            int[] count = {0};
            assertThrows(IOException.class, () -> outbox.send(message -> {
                if (count[0]++ == 1) throw new IOException("no network");
            }));
            assertEquals(waiting.subList(1, 4), outbox.waiting());
            assertFalse(waiting.get(0).toString().contains("สมชาย"));
        }
    }

    @Test
    void twoNursesAtOnceSendOneReport() throws Exception {
        ExecutorService nurses = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> each = Collections.nCopies(8, this::reports);
            long accepted = 0;
            for (Future<Boolean> report : nurses.invokeAll(each)) {
                if (report.get()) accepted++;
            }
            assertEquals(1, accepted);
        } finally {
            nurses.shutdown();
        }
        assertEquals(2, sendTheRest());
    }

    @Test
    void sendersAtOnceBringEachMessageWhole() throws Exception {
        reportAll(4);
        ExecutorService senders = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> each = Collections.nCopies(4, this::sendTheRest);
            for (Future<Integer> sent : senders.invokeAll(each)) sent.get();
        } finally {
            senders.shutdown();
        }
        assertEquals(8, arrived().size());
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(8, files.count());
        }
    }

    @Test
    void whateverIsThrownNothingIsHalfDone() throws Exception {
        String before = everything();
        try (Store store = Store.open(database)) {
            assertThrows(StackOverflowError.class, () -> store.inTransaction(connection -> {
                Casebook.append(connection, "C-9", "{}");
                throw new StackOverflowError();
            }));
        }
        assertEquals(before, everything());
    }

    @Test
    void aCaseIsKeptUnderItsOwnId() throws Exception {
        String before = everything();
        try (Store store = Store.open(database)) {
            Hospital hospital = new Hospital(store);
            assertThrows(IllegalArgumentException.class, () -> hospital.act("C-9", Demo.referral("C-8")));
        }
        assertEquals(before, everything());
    }

    private boolean reports() throws Exception {
        try (Store store = Store.open(database)) {
            return new Hospital(store).act(Absence.CASE, Absence.report()).isAccepted();
        }
    }

    private void reportAll(int cases) throws Exception {
        try (Store store = Store.open(database)) {
            Hospital hospital = new Hospital(store);
            for (String caseId : IntStream.rangeClosed(1, cases).mapToObj(n -> "C-" + n).toList()) {
                if (!caseId.equals(Absence.CASE)) Absence.prepare(hospital, caseId);
                hospital.act(caseId, Absence.report()).accepted();
            }
        }
    }

    private int sendTheRest() throws Exception {
        try (Store store = Store.open(database)) {
            return new Outbox(store).send(new FolderCarrier(out));
        }
    }

    private String everything() throws Exception {
        try (Store store = Store.open(database)) {
            return store.inTransaction(Casebook::all);
        }
    }

    private List<String> arrived() throws IOException {
        if (!Files.exists(out)) return List.of();
        try (Stream<Path> files = Files.list(out)) {
            List<Path> whole = files.filter(file -> file.toString().endsWith(".json")).toList();
            return whole.stream().map(OutboxTest::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private int die(String place) throws Exception {
        Process process = start(place);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return process.exitValue();
    }

    private Process start(String place) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        return new ProcessBuilder(java, "-cp", classes, "-Dfile.encoding=UTF-8", Dying.class.getName(), place, database.toString(), out.toString())
                .inheritIO()
                .start();
    }
}
