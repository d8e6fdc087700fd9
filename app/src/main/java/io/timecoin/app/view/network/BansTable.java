package io.timecoin.app.view.network;

import static io.timecoin.app.view.network.NetworkView.FORMATS;
import static io.timecoin.app.view.network.NetworkView.TEXTS;

import io.timecoin.app.fx.Formats;
import io.timecoin.app.fx.control.EmptyState;
import io.timecoin.app.view.Parts;
import io.timecoin.app.view.Rows;
import io.timecoin.app.vm.network.NetworkModel;
import io.timecoin.app.vm.network.NetworkModel.BanLine;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.feather.Feather;

/** Who is kept out, why and until when, each with a way back in. */
final class BansTable extends TableView<BanLine> {

  BansTable(NetworkModel model) {
    setId("bans");
    setAccessibleText(TEXTS.get("bans"));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(
        new EmptyState(Feather.SHIELD, TEXTS.get("bans.none"), TEXTS.get("bans.none.text")));
    getColumns()
        .setAll(
            List.of(
                text(TEXTS.get("who"), 180, BansTable::who),
                text(TEXTS.get("reason"), 250, BanLine::reason),
                text(TEXTS.get("until"), 220, BansTable::until),
                undo(model)));
    setItems(model.bans());
  }

  private static TableColumn<BanLine, String> text(
      String title, double width, Function<BanLine, String> words) {
    return Rows.column(
        title,
        width,
        ban -> new ReadOnlyObjectWrapper<>(words.apply(ban)),
        () -> new Label(),
        Label::setText);
  }

  private static TableColumn<BanLine, BanLine> undo(NetworkModel model) {
    return Rows.column(
        "",
        140,
        ReadOnlyObjectWrapper::new,
        () -> Parts.button(TEXTS.get("unban"), Feather.ROTATE_CCW, () -> {}, "small"),
        (Button button, BanLine ban) -> {
          button.setAccessibleText(TEXTS.get("unban.spoken", who(ban)));
          button.setOnAction(_ -> model.unban(ban.culprit()));
        });
  }

  private static String who(BanLine ban) {
    return ban.name().isEmpty() ? Formats.shortened(ban.culprit()) : ban.name();
  }

  private static String until(BanLine ban) {
    return ban.untilMillis().isPresent()
        ? FORMATS.dateTime(Instant.ofEpochMilli(ban.untilMillis().getAsLong()))
        : "";
  }
}
