/**
 * Frames of the P2P stream (4-byte big-endian length, then UTF-8 JSON) and a peer's bounded queue.
 */
@NullMarked
package io.timecoin.node.p2p.frame;

import org.jspecify.annotations.NullMarked;
