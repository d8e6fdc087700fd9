/** What every screen has around it: connection, network, height, age of the data. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.shell;
