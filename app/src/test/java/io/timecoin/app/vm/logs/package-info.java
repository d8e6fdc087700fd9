/** Tests of the log on screen. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.logs;
