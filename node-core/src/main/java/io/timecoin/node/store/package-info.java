/**
 * What a node keeps on its disk: an append-only journal of checksummed frames, one folder a node,
 * locked while it is in use. What a vote depends on is here before the vote is on a socket.
 */
@NullMarked
package io.timecoin.node.store;

import org.jspecify.annotations.NullMarked;
