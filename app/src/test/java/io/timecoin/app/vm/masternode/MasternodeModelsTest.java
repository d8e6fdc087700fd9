package io.timecoin.app.vm.masternode;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.vm.masternode.FoundModel.Problem;
import io.timecoin.app.vm.masternode.MasternodePort.Checked;
import io.timecoin.app.vm.masternode.MasternodePort.Founded;
import io.timecoin.app.vm.masternode.MasternodePort.Read;
import io.timecoin.app.vm.masternode.MasternodePort.Started;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MasternodeModelsTest {

  private final List<String> asked = new ArrayList<>();
  private final List<Consumer<Founded>> founding = new ArrayList<>();
  private final List<Consumer<Started>> starting = new ArrayList<>();
  private Read answer = new Read.Values("/g.json", "/node.key", "/data", 24200, 24202, "a:1, b:2");
  private final MasternodePort port = new RecordingPort();
  private final FoundModel found = new FoundModel(port);
  private final RunModel run = new RunModel(port);

  private final class RecordingPort implements MasternodePort {
    @Override
    public void found(Plan plan, Consumer<Founded> told) {
      asked.add(plan.name() + " " + plan.masternodes() + " " + new String(plan.password()));
      founding.add(told);
    }

    @Override
    public void read(Setup setup, Consumer<Read> told) {
      asked.add("read " + setup.config() + setup.genesis());
      told.accept(answer);
    }

    @Override
    public void check(Setup setup, Consumer<Checked> told) {
      told.accept(new Checked(true, false, 1, 2, ""));
    }

    @Override
    public void start(Setup setup, Consumer<Started> told) {
      asked.add("start " + setup.p2pPort() + " " + new String(setup.password()));
      starting.add(told);
    }
  }

  private void fill() {
    found.passwordProperty().set("long enough");
    found.repeatedProperty().set("long enough");
  }

  @Test
  void networkIsFoundedOnceWithWhatWasTyped() {
    assertThat(found.completeProperty().get()).isFalse();
    fill();
    found.found();
    found.found();
    assertThat(asked).containsExactly("my-network 4 long enough");
    assertThat(found.workingProperty().get()).isTrue();
    founding.getFirst().accept(new Founded.Failed("no room"));
    assertThat(found.workingProperty().get()).isFalse();
    assertThat(found.outcomeProperty().get()).isEqualTo(new Founded.Failed("no room"));
  }

  @Test
  void mistakesAreNamed() {
    fill();
    found.nameProperty().set("../up");
    assertThat(found.problemProperty().get()).isEqualTo(Problem.NAME);
    found.nameProperty().set("net");
    found.masternodesProperty().set("0");
    assertThat(found.problemProperty().get()).isEqualTo(Problem.MASTERNODES);
    found.masternodesProperty().set("7");
    found.basePortProperty().set("65535");
    assertThat(found.problemProperty().get()).isEqualTo(Problem.PORT);
    found.basePortProperty().set("24200");
    found.passwordProperty().set("short");
    assertThat(found.problemProperty().get()).isEqualTo(Problem.PASSWORD_SHORT);
    found.passwordProperty().set("something else");
    assertThat(found.problemProperty().get()).isEqualTo(Problem.PASSWORD_DIFFERS);
    found.found();
    assertThat(asked).isEmpty();
  }

  @Test
  void configurationFillsTheForm() {
    run.p2pPortProperty().set("1");
    run.use("/net/node-1/node.conf");
    assertThat(asked).containsExactly("read /net/node-1/node.conf");
    assertThat(run.genesisProperty().get()).isEqualTo("/g.json");
    assertThat(run.p2pPortProperty().get()).isEqualTo("24200");
    assertThat(run.seedsProperty().get()).isEqualTo("a:1, b:2");
  }

  @Test
  void configurationThatIsWrongSaysWhy() {
    answer = new Read.Wrong("p2p-port: abc is no port");
    run.use("/net/node.conf");
    assertThat(run.failureProperty().get())
        .isEqualTo(new Started.Failed("p2p-port: abc is no port", ""));
  }

  @Test
  void failureKeepsTheFormButNotThePassword() {
    run.use("/net/node-1/node.conf");
    run.passwordProperty().set("secret");
    run.start();
    run.start();
    assertThat(asked).containsExactly("read /net/node-1/node.conf", "start 24200 secret");
    starting.getFirst().accept(new Started.Failed("port in use", "choose another"));
    assertThat(run.failureProperty().get())
        .isEqualTo(new Started.Failed("port in use", "choose another"));
    assertThat(run.passwordProperty().get()).isEmpty();
    assertThat(run.p2pPortProperty().get()).isEqualTo("24200");
    assertThat(run.workingProperty().get()).isFalse();
  }

  @Test
  void checkIsForgottenWhenSomethingElseIsTyped() {
    run.use("/net/node-1/node.conf");
    run.check();
    assertThat(run.checkedProperty().get()).isEqualTo(new Checked(true, false, 1, 2, ""));
    run.wsPortProperty().set("25000");
    assertThat(run.checkedProperty().get()).isNull();
  }
}
