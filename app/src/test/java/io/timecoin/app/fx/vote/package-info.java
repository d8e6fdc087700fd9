/** How the seats of the vote ring move and count. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.fx.vote;
