package io.github.bosoto.bench;

import io.github.bosoto.Case;
import io.github.bosoto.Cases;
import io.github.bosoto.Lines;
import io.github.bosoto.compulsory.Accept;
import io.github.bosoto.compulsory.Command;
import io.github.bosoto.compulsory.Compulsory;
import io.github.bosoto.compulsory.DropOut;
import io.github.bosoto.compulsory.ReportAbsence;
import io.github.bosoto.contract.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kotlinx.datetime.Instant;
import org.hisp.dhis.rules.api.RuleEngine;
import org.hisp.dhis.rules.api.RuleEngineContext;
import org.hisp.dhis.rules.models.Rule;
import org.hisp.dhis.rules.models.RuleAction;
import org.hisp.dhis.rules.models.RuleDataValue;
import org.hisp.dhis.rules.models.RuleEvent;
import org.hisp.dhis.rules.models.RuleEventStatus;
import org.hisp.dhis.rules.models.RuleValueType;
import org.hisp.dhis.rules.models.RuleVariable;
import org.hisp.dhis.rules.models.RuleVariableCurrentEvent;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The same 270 questions put to the rule engine of DHIS2: may this actor use this command on a case in its state, and have
 * the days and traces of CT-16 and CT-17 come?
 *
 * The peer gets its events ready made, with the days counted, and of each question only the rule of its command; its answer is
 * yes or no. Both give the same answers, which is checked before anything is timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Guards {
    private static final int QUESTIONS = 270;
    private static final LocalDate MISSED = LocalDate.of(2024, 5, 1);
    private static final String BY_THE_UNIT = "#{role} == 'unit_user' && #{organisation} == #{unit}";
    private static final Map<String, String> RULES = Map.of(
        "accept", "#{state} == 'awaiting_acceptance' && " + BY_THE_UNIT,
        "report_absence", "#{state} == 'accepted' && " + BY_THE_UNIT
            + " && #{absent} && !#{reported} && #{days_absent} >= 14 && #{traces} >= 2",
        "drop_out", "#{state} == 'accepted' && " + BY_THE_UNIT
            + " && #{absent} && #{reported} && #{days_absent} >= 45");

    private record Question(RuleEngineContext context, RuleEvent event) {}

    private final RuleEngine engine = RuleEngine.Companion.getInstance();
    private final Map<String, RuleEngineContext> contexts = new HashMap<>();
    private final List<Question> questions = new ArrayList<>();
    private final StringBuilder asked = new StringBuilder();
    private final Lines lines = new Lines();
    private Cases cases;
    private String envelopes;

    @Setup
    public void prepare() {
        RULES.forEach((command, rule) -> contexts.put(command, context(command, rule)));
        List<String> logs = new ArrayList<>();
        for (int count : new int[] {2, 18, 20}) {
            for (Actor actor : List.of(Exchange.nurse("10670"), Exchange.nurse("11289"), Exchange.OFFICE)) {
                for (Command command : List.of(new ReportAbsence(), new DropOut(), new Accept())) {
                    for (int day = 2; day < 30; day += 3) {
                        logs.add(ask(count, actor, command, LocalDate.of(2024, 5, day)));
                    }
                }
            }
        }
        cases = Cases.replay(Compulsory.INSTANCE, logs);
        envelopes = asked.toString();
        cases.decide(envelopes, lines);
        if (accepted(lines) != bosoto()) throw new IllegalStateException("outcomes");
        int accepted = 0;
        for (int place = 0; place < QUESTIONS; place++) {
            boolean ours = lines.isAccepted(place);

            Question question = questions.get(place);
            boolean theirs = !evaluate(question).isEmpty();
            if (ours != theirs) throw new IllegalStateException(question.event() + ": " + ours);
            if (ours) accepted++;
        }
        if (logs.size() != QUESTIONS || accepted != 15) throw new IllegalStateException(accepted + " are accepted");
    }

    private String ask(int count, Actor actor, Command command, LocalDate day) {
        asked.append(command.sent(Exchange.at(day), actor).toJson()).append('\n');
        String name = command instanceof Accept ? "accept" : command instanceof DropOut ? "drop_out" : "report_absence";
        try (Case one = Exchange.after(count, "C-1", "10670")) {
            Map<String, String> values = new HashMap<>();
            values.put("role", actor.getRole().getWord());
            values.put("organisation", actor.getOrganisation());
            values.put("state", one.state());
            values.put("unit", "10670");
            values.put("absent", String.valueOf(count > 17));
            values.put("reported", "false");
            values.put("traces", String.valueOf(Math.max(0, count - 18)));
            values.put("days_absent", String.valueOf(day.toEpochDay() - MISSED.toEpochDay()));
            questions.add(new Question(contexts.get(name), event(values)));
            return one.log();
        }
    }

    private static RuleEvent event(Map<String, String> values) {
        List<RuleDataValue> data = new ArrayList<>();
        values.forEach((name, value) -> data.add(new RuleDataValue(name, value)));
        Instant now = Instant.Companion.fromEpochMilliseconds(1_714_600_000_000L);
        kotlinx.datetime.LocalDate on = new kotlinx.datetime.LocalDate(2024, 5, 2);
        return new RuleEvent("event", "stage", "stage", RuleEventStatus.ACTIVE, now, now, on, on, "unit", "unit", data);
    }

    private static RuleEngineContext context(String command, String condition) {
        RuleAction yes = new RuleAction("'yes'", "DISPLAYTEXT", Map.of("content", "", "location", "feedback"));
        Rule rule = new Rule(condition, List.of(yes), command, command, null, 0);
        List<RuleVariable> variables = new ArrayList<>();
        for (String name : List.of("role", "organisation", "state", "unit")) {
            variables.add(variable(name, RuleValueType.TEXT));
        }
        variables.add(variable("absent", RuleValueType.BOOLEAN));
        variables.add(variable("reported", RuleValueType.BOOLEAN));
        variables.add(variable("traces", RuleValueType.NUMERIC));
        variables.add(variable("days_absent", RuleValueType.NUMERIC));
        return new RuleEngineContext(List.of(rule), variables, Map.of(), Map.of());
    }

    private static RuleVariable variable(String name, RuleValueType type) {
        return new RuleVariableCurrentEvent(name, false, List.of(), name, type);
    }

    private List<?> evaluate(Question question) {
        return engine.evaluate(question.event(), null, List.of(), question.context());
    }

    @Benchmark
    @OperationsPerInvocation(QUESTIONS)
    public int bosoto() {
        return accepted(cases.outcomes(envelopes, lines));
    }

    /** The same with every decision written, its reasons in both languages. */
    @Benchmark
    @OperationsPerInvocation(QUESTIONS)
    public int bosotoWithReasons() {
        return accepted(cases.decide(envelopes, lines));
    }

    private static int accepted(Lines lines) {
        int accepted = 0;
        for (int place = 0; place < QUESTIONS; place++) {
            if (lines.isAccepted(place)) accepted++;
        }
        return accepted;
    }

    @Benchmark
    @OperationsPerInvocation(QUESTIONS)
    public int ruleEngine() {
        int effects = 0;
        for (Question question : questions) {
            effects += evaluate(question).size();
        }
        return effects;
    }
}
