/** Quorum, set and genesis file. */
@org.jspecify.annotations.NullMarked
package io.timecoin.node.masternode;
