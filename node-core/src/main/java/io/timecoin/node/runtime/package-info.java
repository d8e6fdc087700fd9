/**
 * A masternode put together: configuration and keys, the one thread that owns the engine, the order
 * journal-then-sockets, and {@link io.timecoin.node.runtime.MasternodeNode} that starts and ends it
 * all (the specification's MasternodeUTXOIntegration).
 */
@NullMarked
package io.timecoin.node.runtime;

import org.jspecify.annotations.NullMarked;
