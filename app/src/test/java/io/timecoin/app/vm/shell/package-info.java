/** How fresh what is shown is. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.shell;
