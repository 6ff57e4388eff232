package io.github.bosoto.bench;

import io.github.bosoto.Case;
import io.github.bosoto.compulsory.Compulsory;
import io.github.bosoto.compulsory.RecordTreatment;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One decision across the border, beside a method of the same signature that does nothing: what every call costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class OneCall {
    private Case one;
    private io.github.bosoto.border.Case bare;
    private String envelope;

    @Setup
    public void prepare() throws Exception {
        String log = Exchange.log(17, "C-1", "10670");
        one = Case.replay(Compulsory.INSTANCE, log);
        bare = io.github.bosoto.border.Case.Companion.replay("compulsory", log);
        LocalDate on = LocalDate.of(2024, 4, 10);
        envelope = new RecordTreatment(on).sent(Exchange.at(on), Exchange.nurse("10670")).toJson();
    }

    @Benchmark
    public String nothing() throws Exception {
        return bare.nothing(envelope, null);
    }

    @Benchmark
    public String decide() {
        return one.decide(envelope);
    }
}
