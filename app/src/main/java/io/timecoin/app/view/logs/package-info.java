/** The log on screen. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view.logs;
