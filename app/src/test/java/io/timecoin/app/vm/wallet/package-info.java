/** Balances, coins and the latest payments. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.wallet;
