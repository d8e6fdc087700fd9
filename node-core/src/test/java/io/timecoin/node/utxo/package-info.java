/** The one transition table, entry by entry. */
@org.jspecify.annotations.NullMarked
package io.timecoin.node.utxo;
