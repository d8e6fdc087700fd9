/**
 * What every command shares: where it reads and writes, how it fails, and how results look as JSON
 * and as aligned text.
 */
@NullMarked
package io.timecoin.node.cli.console;

import org.jspecify.annotations.NullMarked;
