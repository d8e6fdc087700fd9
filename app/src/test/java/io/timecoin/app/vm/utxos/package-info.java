/** Rows that change in place, filters, and a burst. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.utxos;
