/**
 * Two-phase voting: statements, batch-signed votes, tallies, certificates and the proof of
 * equivocation. Source: protocol.md 4.
 */
@NullMarked
package io.timecoin.node.finality;

import org.jspecify.annotations.NullMarked;
