package io.timecoin.node.store;

import java.nio.file.Path;

/**
 * What a crash left unfinished at the end of the journal, cut off at start. It was never
 * acknowledged to anyone.
 *
 * @param offset of the first byte cut
 * @param bytes how many were cut
 */
public record TornTail(Path file, long offset, long bytes) {}
