package io.github.bosoto.bench.jmh_generated;
public class Guards_jmhType extends Guards_jmhType_B3 {
}

