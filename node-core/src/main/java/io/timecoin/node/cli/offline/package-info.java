/** Commands that need no network: what a text is by its form, and what a certificate proves. */
@NullMarked
package io.timecoin.node.cli.offline;

import org.jspecify.annotations.NullMarked;
