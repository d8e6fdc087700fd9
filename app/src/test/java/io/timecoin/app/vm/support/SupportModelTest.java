package io.timecoin.app.vm.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.vm.Exported;
import io.timecoin.app.vm.support.Bundle.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SupportModelTest {

  private static final Part ABOUT = new Part("about.txt", "a");
  private static final Part LOG = new Part("log.txt", "l");

  private final List<Consumer<Bundle>> asked = new ArrayList<>();
  private final List<Bundle> saved = new ArrayList<>();
  private final SupportModel model =
      new SupportModel(
          new SupportPort() {
            @Override
            public void gather(Consumer<Bundle> told) {
              asked.add(told);
            }

            @Override
            public void save(Bundle bundle, Consumer<Exported> done) {
              saved.add(bundle);
            }
          });

  @Test
  void whatIsLeftOutIsNotSaved() {
    asked.getFirst().accept(new Bundle(List.of(ABOUT, LOG), 3));
    model.include(LOG, false);
    model.save(_ -> {});
    assertThat(saved).containsExactly(new Bundle(List.of(ABOUT), 3));
    model.include(LOG, true);
    model.save(_ -> {});
    assertThat(saved.getLast().parts()).containsExactly(ABOUT, LOG);
  }

  @Test
  void gatheringGoesOnOnce() {
    model.gather();
    assertThat(asked).hasSize(1);
    assertThat(model.gatheringProperty().get()).isTrue();
    asked.getFirst().accept(Bundle.EMPTY);
    assertThat(model.gatheringProperty().get()).isFalse();
    model.gather();
    assertThat(asked).hasSize(2);
  }
}
