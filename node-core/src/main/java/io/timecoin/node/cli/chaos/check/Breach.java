package io.timecoin.node.cli.chaos.check;

/** A promise that was broken. */
public record Breach(String rule, String what) {}
