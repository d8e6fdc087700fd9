package io.timecoin.app.vm.trial;

import io.timecoin.app.state.NetworkState;
import io.timecoin.app.state.SessionState;
import io.timecoin.app.vm.Names;
import io.timecoin.app.vm.Purse;
import io.timecoin.app.vm.Screen;
import io.timecoin.app.vm.send.PaymentPort;
import io.timecoin.app.vm.trial.TrialPort.NodePhase;
import io.timecoin.app.vm.trial.TrialPort.Progress;
import io.timecoin.node.base.Amount;
import io.timecoin.node.protocol.StatusReport;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * "Try to break it": the demo's masternodes stopped, slowed down and cut off from each other, and
 * the wallet from its node. Everything can be undone. The wallet's own node is never stopped, since
 * nothing would be seen then.
 */
public final class TrialModel implements Screen {

  private final TrialPort port;
  private final TrialPayments payments;
  private final List<TrialNode> nodes;
  private final ReadOnlyObjectWrapper<Faults> faults;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyBooleanWrapper away = new ReadOnlyBooleanWrapper(this, "away");
  private final ReadOnlyObjectWrapper<Progress.@Nullable Failed> failure =
      new ReadOnlyObjectWrapper<>(this, "failure");
  private @Nullable StatusReport shown;

  /**
   * Shows the network as it is; what was broken before is broken still.
   *
   * @param fee the least the network takes, until the node reports it
   */
  public TrialModel(TrialPort port, Purse purse, Names names, Amount fee, PaymentPort payer) {
    this.port = port;
    this.payments = new TrialPayments(purse, names, fee, payer, port);
    Faults now = port.faults();
    this.faults = new ReadOnlyObjectWrapper<>(this, "faults", now);
    List<String> all = port.nodes();
    this.nodes =
        IntStream.range(0, all.size())
            .mapToObj(i -> new TrialNode(i, all.get(i), phase(now, i)))
            .toList();
  }

  private static NodePhase phase(Faults faults, int node) {
    return faults.stopped().contains(node) ? NodePhase.STOPPED : NodePhase.RUNNING;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the same object: nothing changed
  public void show(SessionState state, long now) {
    payments.show(state, now);
    if (state.network().link() == NetworkState.Link.LIVE && state.network().report() != shown) {
      shown = state.network().report();
      showNodes();
    }
  }

  private void showNodes() {
    StatusReport report = shown;
    if (report == null) {
      return;
    }
    for (TrialNode node : nodes) {
      report.participation().stream()
          .filter(member -> member.name().equals(node.name()))
          .findFirst()
          .ifPresent(
              member -> {
                Double latency = member.latencyMs();
                node.show(
                    member.online(),
                    latency == null ? OptionalDouble.empty() : OptionalDouble.of(latency));
              });
    }
  }

  /** Stops the last ones, so that so many are stopped in all; none starts them again. */
  public void stop(int count) {
    want(faults.get().stopping(last(count)));
  }

  /** Which ones that would be. */
  private Set<Integer> last(int count) {
    Set<Integer> chosen = new TreeSet<>(faults.get().stopped());
    for (int i = nodes.size() - 1; i > 0 && chosen.size() < count; i--) {
      chosen.add(i);
    }
    List<Integer> lowestFirst = new ArrayList<>(chosen);
    int from = Math.max(0, lowestFirst.size() - count);
    return Set.copyOf(lowestFirst.subList(from, lowestFirst.size()));
  }

  /** Starts a node that is stopped, or stops one that runs and is not the wallet's. */
  public void toggle(TrialNode node) {
    Faults now = faults.get();
    if (now.stopped().contains(node.index())) {
      want(now.starting(node.index()));
    } else if (!node.isOwn()) {
      Set<Integer> more = new TreeSet<>(now.stopped());
      more.add(node.index());
      want(now.stopping(more));
    }
  }

  /** Makes every message between masternodes that much later; 0 ends it. */
  public void delay(long millis) {
    want(faults.get().delaying(millis));
  }

  /** Cuts the first ones, the wallet's among them, off from the others; 0 joins them again. */
  public void part(int firstOnes) {
    want(faults.get().parting(IntStream.range(0, firstOnes).boxed().collect(Collectors.toSet())));
  }

  /** Cuts the wallet off from its node, or connects it again. */
  public void setAway(boolean cutOff) {
    away.set(cutOff);
    port.connect(!cutOff);
  }

  /** Undoes everything. */
  public void heal() {
    if (away.get()) {
      setAway(false);
    }
    want(Faults.NONE);
  }

  private void want(Faults wanted) {
    if (busy.get() || wanted.equals(faults.get())) {
      return;
    }
    busy.set(true);
    failure.set(null);
    port.bring(wanted, progress -> told(wanted, progress));
  }

  private void told(Faults wanted, Progress progress) {
    switch (progress) {
      case Progress.Node node -> nodes.get(node.index()).show(node.phase());
      case Progress.Done _ -> {
        busy.set(false);
        faults.set(wanted);
      }
      case Progress.Failed failed -> {
        busy.set(false);
        failure.set(failed);
        faults.set(port.faults());
      }
    }
  }

  /** The masternodes, the wallet's first. */
  public List<TrialNode> nodes() {
    return nodes;
  }

  /** The payments that are made to see the effect. */
  public TrialPayments payments() {
    return payments;
  }

  /** Commits needed for finality, as far as known; else what as many masternodes need. */
  public int quorum() {
    StatusReport report = shown;
    return report == null ? nodes.size() * 2 / 3 + 1 : report.quorum();
  }

  /** What is broken. */
  public ReadOnlyObjectProperty<Faults> faultsProperty() {
    return faults.getReadOnlyProperty();
  }

  /** Whether nodes are being stopped or started; nothing else can be switched meanwhile. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Whether the wallet is cut off from its node on purpose. */
  public ReadOnlyBooleanProperty awayProperty() {
    return away.getReadOnlyProperty();
  }

  /** Which node did not start, and why, or null. */
  public ReadOnlyObjectProperty<Progress.@Nullable Failed> failureProperty() {
    return failure.getReadOnlyProperty();
  }
}
