/** A bundle of facts for those who help, shown before it is given away. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.support;
