package io.timecoin.app.vm.trial;

import io.timecoin.app.wallet.Payment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A network that does nothing until a test says what happened. */
final class RecordingTrial implements TrialPort {

  final List<Faults> wanted = new ArrayList<>();
  final List<Consumer<Progress>> told = new ArrayList<>();
  final List<Boolean> connected = new ArrayList<>();
  final List<List<Payment>> twice = new ArrayList<>();
  final List<Consumer<Twice>> sent = new ArrayList<>();
  Faults now = Faults.NONE;

  @Override
  public List<String> nodes() {
    return IntStream.rangeClosed(1, 7).mapToObj(i -> "node-" + i).toList();
  }

  @Override
  public Faults faults() {
    return now;
  }

  @Override
  public void bring(Faults faults, Consumer<Progress> progress) {
    wanted.add(faults);
    told.add(progress);
  }

  @Override
  public void connect(boolean on) {
    connected.add(on);
  }

  @Override
  public void payTwice(Payment one, Payment other, Consumer<Twice> done) {
    twice.add(List.of(one, other));
    sent.add(done);
  }

  @Override
  public void receive(Consumer<String> done, Consumer<Problem> failed) {
    failed.accept(new Problem(Problem.Kind.NO_COIN, "Alice"));
  }
}
