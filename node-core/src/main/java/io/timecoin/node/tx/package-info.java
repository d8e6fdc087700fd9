/**
 * Transactions: their canonical bytes and txid, compatible with the Rust reference, and the rules
 * that need no state (form and node rules of protocol.md 2).
 */
@NullMarked
package io.timecoin.node.tx;

import org.jspecify.annotations.NullMarked;
