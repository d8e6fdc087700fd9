/**
 * The money side of a wallet: keys, recovery words, choosing what to spend, building and signing a
 * payment. Pure, as are the packages below, but for {@code wallet.file}.
 */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.wallet;
