package io.timecoin.node.cli.chaos.check;

import io.timecoin.node.cli.chaos.history.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Notifications of one subscription are numbered without gap, from the number its snapshot names. A
 * node may drop some for a client that is too slow, but says so with a new snapshot, and never goes
 * back.
 */
final class SequenceRule implements Rule {
  private record Session(int node, int number) {}

  @Override
  public String title() {
    return "sequence numbers have no gap and never go back";
  }

  @Override
  public boolean needsTheEnd() {
    return false;
  }

  @Override
  public List<String> broken(List<Event> history) {
    Map<Session, Long> expected = new HashMap<>();
    List<String> found = new ArrayList<>();
    for (Event event : history) {
      if (event instanceof Event.Subscribed s) {
        Long before = expected.put(new Session(s.node(), s.session()), s.firstSeq());
        if (before != null && s.firstSeq() < before) {
          found.add(tell(s.node(), s.session(), s.firstSeq(), before));
        }
      } else if (event instanceof Event.Notified n) {
        Long before = expected.put(new Session(n.node(), n.session()), n.seq() + 1);
        if (before == null) {
          found.add(
              "node %d, session %d: number %d before any snapshot"
                  .formatted(n.node() + 1, n.session(), n.seq()));
        } else if (before != n.seq()) {
          found.add(tell(n.node(), n.session(), n.seq(), before));
        }
      }
    }
    return found;
  }

  private static String tell(int node, int session, long is, long expected) {
    return "node %d, session %d: number %d where %d had to come"
        .formatted(node + 1, session, is, expected);
  }
}
