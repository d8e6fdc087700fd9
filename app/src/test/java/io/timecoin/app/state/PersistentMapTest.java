package io.timecoin.app.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersistentMapTest {

  /** Few hashes for many keys, so that every kind of collision happens. */
  private record Key(int number) {
    @Override
    public int hashCode() {
      return number % 7;
    }
  }

  @Property(tries = 300)
  void behavesLikeAMapAndLeavesEarlierVersionsAlone(
      @ForAll @Size(max = 200) List<@IntRange(min = -60, max = 60) Integer> steps) {
    PersistentMap<Key, String> map = PersistentMap.empty();
    Map<Key, String> expected = new HashMap<>();
    PersistentMap<Key, String> earlier = map;
    Map<Key, String> expectedEarlier = Map.of();
    for (int i = 0; i < steps.size(); i++) {
      Key key = new Key(Math.abs(steps.get(i)));
      if (steps.get(i) < 0) {
        map = map.without(key);
        expected.remove(key);
      } else {
        String value = "v" + i;
        map = map.with(key, value);
        expected.put(key, value);
      }
      if (i == steps.size() / 2) {
        earlier = map;
        expectedEarlier = Map.copyOf(expected);
      }
    }
    assertThat(content(map)).isEqualTo(expected);
    assertThat(map.size()).isEqualTo(expected.size());
    assertThat(content(earlier)).isEqualTo(expectedEarlier);
    assertThat(applied(earlier, map)).isEqualTo(expected);
    assertThat(applied(map, earlier)).isEqualTo(expectedEarlier);
  }

  @Test
  void differencesOfALargeMapNameOnlyWhatChanged() {
    PersistentMap<Integer, String> before = PersistentMap.empty();
    for (int i = 0; i < 100_000; i++) {
      before = before.with(i, "v");
    }
    PersistentMap<Integer, String> after = before.with(17, "new").without(99_999).with(-1, "more");
    Map<Integer, String> seen = new HashMap<>();
    after.changesSince(before, recorder(seen));
    assertThat(seen).isEqualTo(Map.of(17, "new", 99_999, "(gone)", -1, "more"));
  }

  private static <K> Map<K, String> content(PersistentMap<K, String> map) {
    Map<K, String> content = new HashMap<>();
    map.forEach(content::put);
    return content;
  }

  private static Map<Key, String> applied(
      PersistentMap<Key, String> from, PersistentMap<Key, String> to) {
    Map<Key, String> result = content(from);
    to.changesSince(
        from,
        new PersistentMap.Changes<Key, String>() {
          @Override
          public void put(Key key, @Nullable String before, String now) {
            assertThat(result.put(key, now)).isEqualTo(before);
          }

          @Override
          public void removed(Key key, String before) {
            assertThat(result.remove(key)).isEqualTo(before);
          }
        });
    return result;
  }

  private static PersistentMap.Changes<Integer, String> recorder(Map<Integer, String> seen) {
    return new PersistentMap.Changes<>() {
      @Override
      public void put(Integer key, @Nullable String before, String now) {
        seen.put(key, now);
      }

      @Override
      public void removed(Integer key, String before) {
        seen.put(key, "(gone)");
      }
    };
  }
}
