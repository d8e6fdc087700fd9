/**
 * Blocks and how masternodes agree on them: headers, proposals, block votes, certificates and
 * Tendermint's state machine. Source: protocol.md 5.
 */
@NullMarked
package io.timecoin.node.block;

import org.jspecify.annotations.NullMarked;
