package io.timecoin.app.vm.wallets;

import io.timecoin.app.wallet.Mnemonic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Writes down what is asked of it, and answers when the test says so. */
final class RecordingWallets implements WalletsPort {

  final List<NewWallet> made = new ArrayList<>();
  final List<String> passwords = new ArrayList<>();
  final Deque<Consumer<Outcome>> waiting = new ArrayDeque<>();

  void answer(Outcome outcome) {
    waiting.remove().accept(outcome);
  }

  @Override
  public void list(Consumer<List<Entry>> answer) {
    answer.accept(List.of());
  }

  @Override
  public String refusal(String name) {
    return name.contains("/") ? "a name has no slash" : "";
  }

  @Override
  public Mnemonic newWords(int count) {
    return Mnemonic.ofEntropy(new byte[count / 3 * 4]);
  }

  @Override
  public void create(NewWallet wallet, Consumer<Outcome> done) {
    made.add(wallet);
    passwords.add(new String(wallet.password()));
    waiting.add(done);
  }

  @Override
  public void open(String name, char[] password, Consumer<Outcome> done) {
    passwords.add(new String(password));
    waiting.add(done);
  }

  @Override
  public void delete(String name, Consumer<Outcome> done) {
    waiting.add(done);
  }
}
