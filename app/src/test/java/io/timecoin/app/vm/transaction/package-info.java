/** Payments in the table and one of them followed to its proof. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.transaction;
