/**
 * UTXO states: the sealed states, the one transition table, and the set of all UTXOs with its
 * indexes by address and by watcher (the specification's UTXO State Manager).
 */
@NullMarked
package io.timecoin.node.utxo;

import org.jspecify.annotations.NullMarked;
