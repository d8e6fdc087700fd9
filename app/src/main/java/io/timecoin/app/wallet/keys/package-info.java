/** Keys of a wallet, derived from one seed: SLIP-0010 over BIP-44 paths. Pure. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.wallet.keys;
