/**
 * The vote ring: the masternodes around a circle, each seat half-filling when its prepare vote
 * arrives and filling when its commit vote does, with the quorum marked.
 */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.fx.vote;
