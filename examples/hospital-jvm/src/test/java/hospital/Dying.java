package hospital;

import java.nio.file.Path;

/** A hospital that dies at a place that its caller names; it runs in a virtual machine of its own. */
public final class Dying {
    private Dying() {}

    /** Arguments: the place, the database, the folder of the carrier. */
    public static void main(String[] arguments) throws Exception {
        Path out = Path.of(arguments[2]);
        try (Store store = Store.open(Path.of(arguments[1]))) {
            Hospital hospital = new Hospital(store);
            switch (arguments[0]) {
                case "before the commit" -> beforeTheCommit(store);
                case "after the commit" -> hospital.act(Absence.CASE, Absence.report()).accepted();
                case "after it arrived" -> new Outbox(store).send(second(new FolderCarrier(out)));
                case "while it sends" -> new Outbox(store).send(slow(new FolderCarrier(out)));
                default -> throw new IllegalArgumentException(arguments[0]);
            }
            Runtime.getRuntime().halt(137);
        }
    }

    private static void beforeTheCommit(Store store) throws Exception {
        store.inTransaction(connection -> {
            Casebook.append(connection, Absence.CASE, "{\"half\":true}");
            Store.run(connection, "INSERT INTO outbox (id, document) VALUES ('half', '{}')");
            Runtime.getRuntime().halt(137);
            return null;
        });
    }

    /** Dies when the second message has arrived and is not yet marked. */
    private static Carrier second(Carrier carrier) {
        int[] brought = {0};
        return message -> {
            carrier.bring(message);
            if (++brought[0] == 2) Runtime.getRuntime().halt(137);
        };
    }

    /** Takes its time, so that it can be killed. */
    private static Carrier slow(Carrier carrier) {
        return message -> {
            carrier.bring(message);
            try {
                Thread.sleep(100);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
