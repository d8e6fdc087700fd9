/** The demo network while it is being built. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.network;
