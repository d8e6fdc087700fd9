/**
 * The WebSocket server for wallets: who may connect, what a connection may ask and how often, and a
 * bounded queue for each, so that no client can slow another one or the node. Subscriptions,
 * snapshots and sequence numbers are the engine's. Source: protocol.md 6 and 7.
 *
 * <p>More files than a package should have: below {@link io.timecoin.node.gateway.WalletGateway}
 * everything is package-private, and a split would have to make it public.
 */
@NullMarked
package io.timecoin.node.gateway;

import org.jspecify.annotations.NullMarked;
