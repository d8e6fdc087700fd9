package io.timecoin.node.p2p.link;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/**
 * What every connection starts with, until its handshake is done.
 *
 * @param handshakeBytesMax largest payload accepted until then
 * @param queueFrames frames that may wait to be written
 * @param queueBytes bytes that may wait to be written
 * @param handshake time for the handshake
 * @param ping time between pings
 * @param silence time without a byte after which a peer counts as gone
 * @param timer delays frames where a fault switch asks for it
 * @param random loses frames where a fault switch asks for it
 * @param totals count everything
 */
public record LinkSetup(
    int handshakeBytesMax,
    int queueFrames,
    long queueBytes,
    Duration handshake,
    Duration ping,
    Duration silence,
    LinkFaults faults,
    ScheduledExecutorService timer,
    RandomGenerator random,
    TrafficTotals totals) {}
