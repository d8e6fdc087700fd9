/** Payments: all of them in a table, and one of them while its outputs walk and its seats fill. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.transaction;
