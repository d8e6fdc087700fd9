/** Votes, tallies and certificates. */
@org.jspecify.annotations.NullMarked
package io.timecoin.node.finality;
