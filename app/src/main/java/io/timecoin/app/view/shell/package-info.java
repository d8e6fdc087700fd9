/** What the status bar says. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view.shell;
