package io.timecoin.app.vm.support;

import java.util.List;

/**
 * Everything that would be given away.
 *
 * @param parts in the order they are shown
 * @param removed how many texts were replaced because they are secret or private
 */
public record Bundle(List<Part> parts, int removed) {

  /** Nothing is gathered yet. */
  public static final Bundle EMPTY = new Bundle(List.of(), 0);

  public Bundle {
    parts = List.copyOf(parts);
  }

  /** One file of it. */
  public record Part(String name, String text) {}
}
