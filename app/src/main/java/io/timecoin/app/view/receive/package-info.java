/** Where to be paid, small for oneself and large for a customer. */
@org.jspecify.annotations.NullMarked
package io.timecoin.app.view.receive;
