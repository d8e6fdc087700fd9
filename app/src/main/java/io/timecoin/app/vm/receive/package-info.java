/** Where to be paid: an address, a link, a code to scan, and what came in on it. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.receive;
