/** The past of a wallet as a table that other programs read. Pure. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.wallet.history;
