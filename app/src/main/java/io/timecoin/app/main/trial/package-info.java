/** The demo network behind the screen that breaks it: stops nodes, cuts links, cheats. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.main.trial;
