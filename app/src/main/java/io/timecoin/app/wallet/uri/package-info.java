/** Payment links such as shops and other wallets show. Pure. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.wallet.uri;
