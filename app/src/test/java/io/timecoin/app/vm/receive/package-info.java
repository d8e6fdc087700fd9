/** Tests of asking for money. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.receive;
