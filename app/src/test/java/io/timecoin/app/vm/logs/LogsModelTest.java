package io.timecoin.app.vm.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.app.vm.Exported;
import io.timecoin.app.vm.logs.LogRow.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LogsModelTest {

  private final List<LogRow> said = new ArrayList<>();
  private final List<LogRow> exported = new ArrayList<>();
  private final LogsModel model =
      new LogsModel(
          new LogPort() {
            @Override
            public List<LogRow> since(long number) {
              return said.stream().filter(row -> row.number() > number).toList();
            }

            @Override
            public String folder() {
              return "";
            }

            @Override
            public void export(List<LogRow> rows, Consumer<Exported> done) {
              exported.addAll(rows);
            }
          });

  @Test
  void linesComeInOrderAndOnce() {
    say(Weight.INFO, "one");
    model.refresh();
    model.refresh();
    say(Weight.INFO, "two");
    model.refresh();
    assertThat(texts()).containsExactly("one", "two");
  }

  @Test
  void weightAndTextFilterWhatIsShownAndExported() {
    say(Weight.DETAIL, "a detail");
    say(Weight.WARNING, "Disk is full");
    say(Weight.INFO, "disk is fine");
    model.refresh();
    assertThat(texts()).as("details are not shown at first").hasSize(2);
    model.leastProperty().set(Weight.WARNING);
    assertThat(texts()).containsExactly("Disk is full");
    model.leastProperty().set(Weight.DETAIL);
    model.filterProperty().set(" DISK");
    assertThat(texts()).containsExactly("Disk is full", "disk is fine");
    model.export(_ -> {});
    assertThat(exported).hasSize(2);
  }

  @Test
  void heldLogStandsStillAndThenCatchesUp() {
    model.heldProperty().set(true);
    say(Weight.INFO, "meanwhile");
    model.refresh();
    assertThat(texts()).isEmpty();
    model.heldProperty().set(false);
    assertThat(texts()).containsExactly("meanwhile");
  }

  @Test
  void oldestLinesLeave() {
    for (int i = 1; i <= LogsModel.ROWS_MAX + 3; i++) {
      say(Weight.INFO, "line " + i);
    }
    model.refresh();
    assertThat(texts()).hasSize(LogsModel.ROWS_MAX);
    assertThat(texts().getFirst()).isEqualTo("line 4");
  }

  private List<String> texts() {
    return model.rows().stream().map(LogRow::text).toList();
  }

  private void say(Weight weight, String text) {
    said.add(new LogRow(said.size() + 1, 0, weight, "Test", text));
  }
}
