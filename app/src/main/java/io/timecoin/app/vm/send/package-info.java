/** A payment from text to signature: fields with their errors, a preview, one button. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm.send;
