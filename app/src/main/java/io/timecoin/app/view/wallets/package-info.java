/** Making, restoring, choosing and opening wallets, outside the shell. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view.wallets;
