package io.timecoin.node.cli.client;

import io.timecoin.node.protocol.NetworkMessage;

/**
 * One message from the node.
 *
 * @param text exactly as it came
 * @param nanos {@link System#nanoTime} when it was complete
 */
public record Received(String text, NetworkMessage message, long nanos) {}
