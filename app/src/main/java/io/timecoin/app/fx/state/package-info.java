/**
 * How the state of a UTXO or of a transaction looks, the same everywhere: a drawn shape, a word and
 * a colour, never one of them alone.
 */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.fx.state;
