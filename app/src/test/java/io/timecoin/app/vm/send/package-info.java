/** Fields, their errors, the preview and the one button. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.send;
