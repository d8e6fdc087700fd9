/** States as the view-models' tests need them. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.vm;
