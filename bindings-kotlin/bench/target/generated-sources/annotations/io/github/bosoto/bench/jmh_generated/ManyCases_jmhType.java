package io.github.bosoto.bench.jmh_generated;
public class ManyCases_jmhType extends ManyCases_jmhType_B3 {
}

