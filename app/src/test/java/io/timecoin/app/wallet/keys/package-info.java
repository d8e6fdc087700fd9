/** Derivation against the published vectors. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.wallet.keys;
