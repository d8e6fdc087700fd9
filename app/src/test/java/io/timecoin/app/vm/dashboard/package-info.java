/** The verdict, the numbers and the feed. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.dashboard;
