package hospital;

import io.github.bosoto.contract.Rows;
import io.github.bosoto.contract.WorklistItem;
import java.util.List;

/** The worklist and the buttons as text: what a screen would draw. */
final class Screen {
    private Screen() {}

    static String worklist(Rows rows) {
        StringBuilder out = new StringBuilder();
        for (WorklistItem item : rows.getItems()) {
            out.append(item.getUrgency().getTh()).append(" · ").append(item.getCaseId()).append(" · ");
            out.append(item.getWhat().getTh()).append(": ").append(item.getBecause().getTh()).append('\n');
        }
        rows.getBroken().forEach(broken -> out.append(broken.getMessage().getTh()).append('\n'));
        return out.toString();
    }

    static String buttons(List<Button> buttons) {
        StringBuilder out = new StringBuilder();
        for (Button button : buttons) {
            out.append(button.enabled() ? "[ " + button.label() + " ]" : "  " + button.label());
            if (button.from() != null) out.append(" (ตั้งแต่ ").append(button.from()).append(')');
            out.append('\n');
            button.reasons().forEach(reason -> out.append("      ").append(reason).append('\n'));
        }
        return out.toString();
    }
}
