/** The form for a remote node. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.welcome;
