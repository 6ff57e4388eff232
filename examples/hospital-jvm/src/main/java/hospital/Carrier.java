package hospital;

import java.io.IOException;

/** What brings messages to others: a folder, a queue, a web service. */
public interface Carrier {
    /**
     * Brings a message. When it returns, the message has arrived; an id that arrived before is not delivered again.
     * After a failure or a crash the outbox comes with the same id again.
     */
    void bring(Message message) throws IOException;
}
