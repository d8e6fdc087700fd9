/** Seven tiles, a failure, another attempt. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.network;
