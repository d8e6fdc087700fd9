/** The page where a wallet is looked after. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view.manage;
