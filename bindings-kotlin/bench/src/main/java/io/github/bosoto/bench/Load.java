package io.github.bosoto.bench;

import io.github.bosoto.Case;
import io.github.bosoto.compulsory.Compulsory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The first call of a virtual machine: JNA and the library are taken out of their jars, loaded and bound. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(10)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class Load {
    @Benchmark
    public String first() {
        try (Case one = Case.fresh(Compulsory.INSTANCE)) {
            return one.lifecycle();
        }
    }
}
