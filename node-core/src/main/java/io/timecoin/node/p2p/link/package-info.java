/**
 * One TCP connection to a peer: its threads, its queue, its signs of life, its faults on demand.
 */
@NullMarked
package io.timecoin.node.p2p.link;

import org.jspecify.annotations.NullMarked;
