/** One glance that tells whether the network is healthy, and why not. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.dashboard;
