/** Every watched output with its live state, filtered and sorted, however many there are. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.utxos;
