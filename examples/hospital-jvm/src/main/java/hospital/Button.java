package hospital;

import io.github.bosoto.contract.Action;
import io.github.bosoto.contract.Questions;
import io.github.bosoto.contract.Reason;
import io.github.bosoto.contract.Style;
import io.github.bosoto.json.Moment;
import java.util.List;

/**
 * A button: what stands on it, whether it can be pressed, why not, and from which day.
 *
 * @param command the command that it gives
 * @param label its Thai label
 * @param enabled whether it can be pressed now
 * @param reasons why not, each in Thai with its rule
 * @param from the day from which it can be pressed, as Thai readers write it; null where no day is known
 */
public record Button(String command, String label, boolean enabled, List<String> reasons, String from) {
    static Button of(Action action) {
        List<String> reasons = action.getReasons().stream().map(Button::words).toList();
        return new Button(action.getAction(), action.getLabel().getTh(), action.getAllowed(), reasons, day(action.getAllowedFrom()));
    }

    private static String words(Reason reason) {
        return reason.getMessage().getTh() + " (" + reason.getRule() + ")";
    }

    private static String day(Moment from) {
        return from == null ? null : Questions.thaiDate(from.getDay(), Style.ABBREVIATED);
    }
}
