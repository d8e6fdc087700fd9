/** The table of outputs. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view.utxos;
