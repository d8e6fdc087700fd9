package io.timecoin.app.view.network;

import static io.timecoin.app.view.network.NetworkView.FORMATS;
import static io.timecoin.app.view.network.NetworkView.TEXTS;

import io.timecoin.app.fx.control.EmptyState;
import io.timecoin.app.fx.control.HashLabel;
import io.timecoin.app.view.Parts;
import io.timecoin.app.view.Rows;
import io.timecoin.app.vm.network.NetworkModel;
import io.timecoin.app.vm.network.NetworkModel.Absence;
import io.timecoin.app.vm.network.NetworkModel.Member;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Who votes, how fast, and who does not and why. */
final class MembersTable extends TableView<Member> {

  MembersTable(NetworkModel model) {
    setId("members");
    setAccessibleText(TEXTS.get("members"));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPlaceholder(
        new EmptyState(Feather.USERS, TEXTS.get("members.none"), TEXTS.get("members.none.text")));
    getColumns()
        .setAll(
            List.of(
                name(),
                state(),
                number(TEXTS.get("prepares"), member -> FORMATS.count(member.prepares())),
                number(TEXTS.get("commits"), member -> FORMATS.count(member.commits())),
                number(TEXTS.get("latency"), MembersTable::latency),
                number(TEXTS.get("last"), 110, MembersTable::last),
                key()));
    setItems(model.members());
  }

  private static TableColumn<Member, String> name() {
    return Rows.column(
        TEXTS.get("name"),
        90,
        member -> new ReadOnlyObjectWrapper<>(member.name()),
        () -> Parts.text("", "tk-strong"),
        Label::setText);
  }

  private static TableColumn<Member, Member> state() {
    return Rows.column(
        TEXTS.get("state"),
        150,
        ReadOnlyObjectWrapper::new,
        () -> new Label("", new FontIcon()),
        (label, member) -> {
          boolean good = member.absence() == Absence.NONE;
          label.getStyleClass().setAll("label", good ? "tk-online" : "tk-offline");
          if (label.getGraphic() instanceof FontIcon icon) {
            icon.setIconCode(good ? Feather.CHECK_CIRCLE : Feather.ALERT_CIRCLE);
          }
          label.setText(TEXTS.get("absence." + member.absence().name()));
        });
  }

  private static TableColumn<Member, String> number(String title, Function<Member, String> text) {
    return number(title, 86, text);
  }

  private static TableColumn<Member, String> number(
      String title, double width, Function<Member, String> text) {
    return Rows.right(
        Rows.column(
            title,
            width,
            member -> new ReadOnlyObjectWrapper<>(text.apply(member)),
            () -> Parts.text(""),
            Label::setText));
  }

  private static String latency(Member member) {
    return member.latencyMillis().isPresent()
        ? FORMATS.millis(member.latencyMillis().getAsDouble())
        : "–";
  }

  private static String last(Member member) {
    return member.lastVoteMillis().isPresent()
        ? FORMATS.clock(Instant.ofEpochMilli(member.lastVoteMillis().getAsLong())).substring(0, 8)
        : "–";
  }

  private static TableColumn<Member, String> key() {
    return Rows.column(
        TEXTS.get("key"),
        190,
        member -> new ReadOnlyObjectWrapper<>(member.publicKey()),
        HashLabel::new,
        (label, key) -> label.hashProperty().set(key));
  }
}
