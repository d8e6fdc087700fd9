/** Going from screen to screen, by mouse, by keyboard and by code. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.fx.shell;
