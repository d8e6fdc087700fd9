/**
 * Painted controls: a canvas whose colours come from the style sheet, so that what is drawn follows
 * the theme like everything else, and the geometry and timing such controls share.
 */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.fx.draw;
