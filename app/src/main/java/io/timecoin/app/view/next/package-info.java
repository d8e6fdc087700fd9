/** What to do after the first payment. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view.next;
