package io.timecoin.app.vm.manage;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.state.Messages;
import io.timecoin.app.state.SessionEvent;
import io.timecoin.app.vm.Purse;
import io.timecoin.app.vm.Purses;
import io.timecoin.app.vm.Told;
import io.timecoin.app.vm.manage.ManageModel.Imported;
import io.timecoin.app.vm.manage.ManageModel.Refusal;
import io.timecoin.app.wallet.book.LabelTarget;
import io.timecoin.node.base.Address;
import io.timecoin.node.base.Network;
import io.timecoin.node.base.PublicKey;
import io.timecoin.node.crypto.Hashes;
import io.timecoin.node.protocol.TransactionPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ManageModelTest {

  private static final String CAROL =
      Hashes.addressOf(Network.DEVNET.addressVersion(), new PublicKey(2, 2, 2, 2)).toString();

  private final Purse purse = Purses.mine();
  private final List<String> written = new ArrayList<>();
  private final List<String> imported = new ArrayList<>();
  private String chosen = "";
  private final ManageModel model = new ManageModel(purse, Told.NAMES, new RecordingPort());

  private final class RecordingPort implements ManagePort {
    @Override
    public boolean hasFile() {
      return true;
    }

    @Override
    public void words(char[] password, Consumer<Words> answer) {
      answer.accept(new Words.None());
    }

    @Override
    public void changePassword(char[] old, char[] next, Consumer<Done> answer) {
      answer.accept(new Done.No());
    }

    @Override
    public void backup(Consumer<Done> answer) {
      answer.accept(new Done.No());
    }

    @Override
    public void write(String suggestedName, String text, Consumer<Done> answer) {
      written.add(text);
      answer.accept(new Done.Yes(suggestedName));
    }

    @Override
    public void read(Consumer<Text> answer) {
      answer.accept(new Text.Read("labels.jsonl", chosen));
    }

    @Override
    public void importKey(String hex) {
      imported.add(hex);
    }

    @Override
    public void watch(Address address) {
      imported.add(address.toString());
    }
  }

  @Test
  void historyHasWhatWasPaidWithItsFeeAndLabel() {
    purse.write(
        book ->
            book.with(
                book.labels()
                    .with(new LabelTarget.OfTransaction(Messages.payment().txid()), "=rent")));
    Told told =
        new Told()
            .heard(Messages.snapshot(1, 2), 1)
            .event(new SessionEvent.Submitted(Messages.payment()), 2)
            .heard(Messages.status(Messages.payment().txid(), TransactionPhase.FINAL, 7, 5), 3);
    model.show(told.state(), 3);
    model.exportHistory(_ -> {});
    List<String> lines = written.getFirst().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(1))
        .contains(Messages.payment().txid().toString())
        .contains("sent,0.99999,0.00001,-1,")
        .contains(Messages.BOB.toString())
        .contains("'=rent")
        .endsWith("final,");
  }

  @Test
  void whatWillNeverBePaidIsNoHistory() {
    Told told =
        new Told()
            .heard(Messages.snapshot(1, 2), 1)
            .event(new SessionEvent.Submitted(Messages.payment()), 2)
            .heard(Messages.status(Messages.payment().txid(), TransactionPhase.REJECTED, 0, 0), 3);
    model.show(told.state(), 3);
    model.exportHistory(_ -> {});
    assertThat(written.getFirst().lines()).hasSize(1);
  }

  @Test
  void labelsOfAnotherWalletAreTakenAndCanBeTakenBack() {
    List<Imported> came = new ArrayList<>();
    chosen =
        """
        {"type":"output","ref":"%s","label":"from the other","spendable":false}
        not a line
        """
            .formatted(Messages.out(0));
    model.importLabels(came::add, imported::add);
    assertThat(purse.book().labels().of(Messages.out(0))).contains("from the other");
    assertThat(purse.book().frozen().contains(Messages.out(0))).isTrue();
    assertThat(came.getFirst().taken()).isEqualTo(1);
    assertThat(came.getFirst().bad()).isEqualTo(1);
    assertThat(came.getFirst().firstBad()).startsWith("2: ");
    assertThat(model.addContact("Carol", CAROL)).isEqualTo(Refusal.NONE);
    came.getFirst().undo().run();
    assertThat(purse.book().labels().of(Messages.out(0))).isEmpty();
    assertThat(purse.book().frozen().contains(Messages.out(0))).isFalse();
    assertThat(model.contacts()).hasSize(2);
  }

  @Test
  void exportedLabelsCanBeReadAgain() {
    purse.write(book -> book.with(book.frozen().with(Messages.out(1), true)));
    model.exportLabels(_ -> {});
    chosen = written.getFirst();
    purse.write(book -> book.with(book.frozen().with(Messages.out(1), false)));
    model.importLabels(_ -> {}, imported::add);
    assertThat(purse.book().frozen().contains(Messages.out(1))).isTrue();
  }

  @Test
  void contactsAreAddedOnceAndRefusedWithTheReason() {
    assertThat(model.addContact("Carol", " " + CAROL)).isEqualTo(Refusal.NONE);
    assertThat(model.addContact("carol", Messages.ME.toString())).isEqualTo(Refusal.NAME_TAKEN);
    assertThat(model.addContact("Dora", CAROL)).isEqualTo(Refusal.ADDRESS_TAKEN);
    assertThat(model.addContact(" ", Messages.ME.toString())).isEqualTo(Refusal.NAME_MISSING);
    assertThat(model.addContact("Dora", "nonsense")).isEqualTo(Refusal.NOT_AN_ADDRESS);
    String other =
        Hashes.addressOf(Network.MAINNET.addressVersion(), new PublicKey(2, 2, 2, 2)).toString();
    assertThat(model.addContact("Dora", other)).isEqualTo(Refusal.OTHER_NETWORK);
    assertThat(model.removeContact("Carol")).isEqualTo(Refusal.NONE);
    assertThat(model.contacts()).extracting(ManageModel.ContactLine::name).containsExactly("Bob");
  }

  @Test
  void lockedWalletTakesNothing() {
    purse.lock();
    assertThat(model.addContact("Carol", CAROL)).isEqualTo(Refusal.LOCKED);
    assertThat(model.importKey("ab".repeat(32))).isEqualTo(Refusal.LOCKED);
    assertThat(model.watch(CAROL)).isEqualTo(Refusal.LOCKED);
    assertThat(imported).isEmpty();
  }
}
