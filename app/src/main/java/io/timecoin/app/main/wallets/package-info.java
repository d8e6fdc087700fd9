/** The wallet files of this computer, behind the screens that make and open wallets. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.main.wallets;
