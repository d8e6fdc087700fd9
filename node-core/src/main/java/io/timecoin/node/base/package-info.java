/**
 * Small immutable values that cannot be invalid: amounts, txids, outpoints, addresses, keys and
 * signatures. Everything else in the node is built of these; they know no file, socket or clock.
 */
@NullMarked
package io.timecoin.node.base;

import org.jspecify.annotations.NullMarked;
