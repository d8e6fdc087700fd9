/**
 * The frame around every screen: left rail, top bar, status bar, notifications, and the one place
 * that knows which screen is shown.
 */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.fx.shell;
