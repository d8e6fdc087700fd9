/** The chain's blocks: a list, and one of them. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view.blocks;
