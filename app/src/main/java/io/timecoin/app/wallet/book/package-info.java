/**
 * What people write beside their money: labels, contacts, coins put aside; and its exchange with
 * other wallets as BIP-329. Pure values.
 */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.wallet.book;
