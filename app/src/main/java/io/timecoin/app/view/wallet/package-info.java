/** The wallet's home. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view.wallet;
