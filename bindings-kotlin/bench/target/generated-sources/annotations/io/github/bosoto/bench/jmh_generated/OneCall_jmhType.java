package io.github.bosoto.bench.jmh_generated;
public class OneCall_jmhType extends OneCall_jmhType_B3 {
}

