/**
 * The small parts every screen is put together from: cards, numbers, hashes, tiles, pills and what
 * to show when there is nothing to show.
 */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.fx.control;
