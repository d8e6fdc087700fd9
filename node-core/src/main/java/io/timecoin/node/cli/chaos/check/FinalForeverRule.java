package io.timecoin.node.cli.chaos.check;

import io.timecoin.node.base.OutPoint;
import io.timecoin.node.base.Txid;
import io.timecoin.node.cli.chaos.history.Event;
import io.timecoin.node.cli.client.States;
import io.timecoin.node.protocol.TransactionPhase;
import io.timecoin.node.utxo.UtxoState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was final at a node stays so there, over its clients' reconnects and its own restarts: a
 * finally spent coin only becomes confirmed, by the same transaction.
 */
final class FinalForeverRule implements Rule {
  private record AtNode(int node, Object what) {}

  @Override
  public String title() {
    return "nothing final ever changes";
  }

  @Override
  public boolean needsTheEnd() {
    return false;
  }

  @Override
  public List<String> broken(List<Event> history) {
    Memory memory = new Memory();
    for (Event event : history) {
      Finals.sights(event).forEach(memory::coin);
      if (event instanceof Event.StatusCame status) {
        memory.payment(status.node(), status.txid(), status.phase());
      } else if (event instanceof Event.Found(_, int node, Txid txid, TransactionPhase phase)
          && phase != null) {
        memory.payment(node, txid, phase);
      }
    }
    return memory.found;
  }

  private static final class Memory {
    private final Map<AtNode, UtxoState> coins = new HashMap<>();
    private final Map<AtNode, TransactionPhase> payments = new HashMap<>();
    private final List<String> found = new ArrayList<>();

    void coin(Finals.Sight sight) {
      AtNode key = new AtNode(sight.node(), sight.outPoint());
      UtxoState before = coins.get(key);
      if (before != null && !mayFollow(before, sight.state())) {
        tell(sight.node(), sight.outPoint(), before, sight.state());
      }
      if (sight.state().finalSpender().isPresent()) {
        coins.put(key, sight.state());
      }
    }

    /** The one before is final. Told again of a coin's state before a change, it is the same. */
    private static boolean mayFollow(UtxoState before, UtxoState after) {
      boolean unconfirmed =
          before instanceof UtxoState.Confirmed && !(after instanceof UtxoState.Confirmed);
      return before.finalSpender().equals(after.finalSpender()) && !unconfirmed;
    }

    private void tell(int node, OutPoint outPoint, UtxoState before, UtxoState after) {
      found.add(
          "%s was %s %s at node %d, and then %s %s"
              .formatted(
                  outPoint,
                  States.name(before),
                  States.details(before),
                  node + 1,
                  States.name(after),
                  States.details(after)));
    }

    void payment(int node, Txid txid, TransactionPhase phase) {
      AtNode key = new AtNode(node, txid);
      TransactionPhase before = payments.get(key);
      boolean undone = before != null && phase.compareTo(before) < 0;
      if (undone || before != null && phase == TransactionPhase.REJECTED) {
        found.add("%s was %s at node %d, and then %s".formatted(txid, before, node + 1, phase));
      }
      if (phase.isFinal()) {
        payments.put(key, phase);
      }
    }
  }
}
