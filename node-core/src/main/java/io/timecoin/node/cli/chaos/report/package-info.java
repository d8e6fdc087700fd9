/**
 * What a run is told about in: a summary, a report in Markdown, a picture and the whole history.
 */
@NullMarked
package io.timecoin.node.cli.chaos.report;

import org.jspecify.annotations.NullMarked;
