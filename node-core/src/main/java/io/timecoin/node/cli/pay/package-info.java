/** Building a payment, and following it until it is final. */
@NullMarked
package io.timecoin.node.cli.pay;

import org.jspecify.annotations.NullMarked;
