/** Breaking the demo network on purpose, and seeing what becomes of payments meanwhile. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.trial;
