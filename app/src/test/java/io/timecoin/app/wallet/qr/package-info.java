/** Codes as screens show them and as cameras see them. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.wallet.qr;
