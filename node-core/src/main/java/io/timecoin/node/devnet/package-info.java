/**
 * A whole network on this machine: real masternodes over real TCP, in this process or one process
 * each, with a genesis file and funded wallets that stay for the next start.
 */
@NullMarked
package io.timecoin.node.devnet;

import org.jspecify.annotations.NullMarked;
