/** Labels and contacts, and their exchange with other wallets. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.wallet.book;
