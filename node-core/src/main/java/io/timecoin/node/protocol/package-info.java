/**
 * The messages of the wire, one record each, their JSON form, and the limits of frames. Source:
 * specification, Network Messages; protocol.md 6.
 */
@NullMarked
package io.timecoin.node.protocol;

import org.jspecify.annotations.NullMarked;
