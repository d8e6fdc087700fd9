/** What the program says, line by line. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.logs;
