package io.timecoin.node.p2p.guard;

import java.time.Instant;

/** Someone kept out for a time. */
public record Ban(Culprit culprit, String reason, Instant until) {}
