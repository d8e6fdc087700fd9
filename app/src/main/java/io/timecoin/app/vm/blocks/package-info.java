/** The view-model of the chain's blocks. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.blocks;
