package io.github.bosoto.bench.jmh_generated;
public class Load_jmhType extends Load_jmhType_B3 {
}

