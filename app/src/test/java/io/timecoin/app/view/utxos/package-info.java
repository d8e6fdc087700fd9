/** The table of outputs under a burst of changes. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view.utxos;
