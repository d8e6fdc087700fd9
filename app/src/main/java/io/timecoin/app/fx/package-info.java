/**
 * What every screen stands on: fonts and theme, texts and formats, and the one hop to the FX
 * thread.
 *
 * <p>Nothing here knows the node or the wallet: plain values come in, so that any view-model can be
 * bound. Colours live in {@code timekeeper.css} alone.
 */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.fx;
