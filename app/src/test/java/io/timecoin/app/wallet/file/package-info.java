/** Wallet files on a real disk: torn, flipped, locked. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.wallet.file;
