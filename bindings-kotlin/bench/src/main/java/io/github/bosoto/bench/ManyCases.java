package io.github.bosoto.bench;

import io.github.bosoto.Answer;
import io.github.bosoto.Cases;
import io.github.bosoto.Lines;
import io.github.bosoto.compulsory.Compulsory;
import io.github.bosoto.compulsory.Decision;
import io.github.bosoto.compulsory.Envelope;
import io.github.bosoto.compulsory.RecordTreatment;
import io.github.bosoto.contract.Rows;
import io.github.bosoto.contract.WorklistQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** Many cases in one call: decisions of 1,000, replays and worklists of 5,000. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@Fork(1)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
public class ManyCases {
    private static final int BATCH = 1_000;
    private static final int CASES = 5_000;
    private static final int UNITS = 20;
    private static final LocalDate TODAY = LocalDate.of(2024, 5, 16);

    private final Lines lines = new Lines();
    private Cases treated;
    private String ready;
    private List<String> logs;
    private Cases all;

    @Setup
    public void prepare() {
        List<String> begun = new ArrayList<>();
        for (int number = 0; number < BATCH; number++) {
            begun.add(Exchange.log(17, "C-" + number, "10670"));
        }
        treated = Cases.replay(Compulsory.INSTANCE, begun);
        StringBuilder text = new StringBuilder();
        envelopes().forEach(envelope -> text.append(envelope.toJson()).append('\n'));
        ready = text.toString();
        logs = new ArrayList<>();
        for (int number = 0; number < CASES; number++) {
            logs.add(Exchange.log(Exchange.EVENTS, "C-" + number, unit(number % UNITS)));
        }
        all = Cases.replay(Compulsory.INSTANCE, logs);
        expect(decideReady().size() == BATCH && !lines.isError(0), "a decision for each");
        expect(worklistOfUnit().getItems().size() == 2 * CASES / UNITS, "500 rows of a unit");
        expect(worklistOfAll().getItems().size() == 2 * CASES, "10,000 rows of all");
    }

    private static void expect(boolean holds, String what) {
        if (!holds) throw new IllegalStateException(what);
    }

    private static String unit(int number) {
        return String.valueOf(10_670 + number);
    }

    private static List<Envelope> envelopes() {
        List<Envelope> envelopes = new ArrayList<>();
        LocalDate on = LocalDate.of(2024, 4, 10);
        for (int number = 0; number < BATCH; number++) {
            envelopes.add(new RecordTreatment(on).sent(Exchange.at(on), Exchange.nurse("10670")));
        }
        return envelopes;
    }

    /** A case: its envelope in one ready text, the answer as text. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Lines decideReady() {
        return treated.decide(ready, lines);
    }

    /** A case: its envelope built, its decision read. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public List<Answer<Decision>> decideBuilt() {
        return treated.decide(envelopes());
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Cases replay() {
        Cases replayed = Cases.replay(Compulsory.INSTANCE, logs);
        replayed.close();
        return replayed;
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Rows worklistOfUnit() {
        return all.worklist(new WorklistQuery(Exchange.nurse(unit(3)), TODAY));
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Rows worklistOfAll() {
        return all.worklist(new WorklistQuery(null, TODAY));
    }
}
