/**
 * Wallets of one's own: made from new words or from words written down before, opened by password.
 */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.wallets;
