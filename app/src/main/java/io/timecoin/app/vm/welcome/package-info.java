/** The first choice, and the form for watching addresses on somebody else's node. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.welcome;
