package hospital;

/**
 * A notice, a letter or a report row on its way out.
 *
 * @param id the same at each attempt: whoever receives it twice keeps it once
 * @param document what the rule says goes with it, as JSON; it names a person
 */
public record Message(String id, String document) {
    /** Without what is a person's. */
    @Override
    public String toString() {
        return "Message[" + id + "]";
    }
}
