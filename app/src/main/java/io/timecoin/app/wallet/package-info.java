/**
 * The money side of a wallet, without a file or a network yet: keys, recovery words, choosing what
 * to spend, building and signing a payment. Pure.
 */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.wallet;
