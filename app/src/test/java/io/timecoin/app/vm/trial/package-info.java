/** What is asked of the network, and what payments come to. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.trial;
