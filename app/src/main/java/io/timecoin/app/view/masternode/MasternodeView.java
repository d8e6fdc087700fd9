package io.timecoin.app.view.masternode;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.view.Parts;
import io.timecoin.app.view.PlainPage;
import io.timecoin.app.vm.masternode.FoundModel;
import io.timecoin.app.vm.masternode.RunModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Two ways to a masternode of one's own, one page. */
public final class MasternodeView extends PlainPage {

  static final Texts TEXTS = Texts.of(MasternodeView.class);

  /**
   * The wizard.
   *
   * @param chooser asks for a file
   */
  public MasternodeView(
      FoundModel found, RunModel run, Supplier<Optional<String>> chooser, Runnable back) {
    this(found, run, chooser, back, new VBox());
  }

  private MasternodeView(
      FoundModel found,
      RunModel run,
      Supplier<Optional<String>> chooser,
      Runnable back,
      VBox place) {
    super(TEXTS.get("title"), TEXTS.get("sentence"), back, place);
    place.setSpacing(16);
    StackPane card = new StackPane();
    Node joining = new RunCard(run, chooser);
    FoundCard founding =
        new FoundCard(
            found,
            done -> {
              run.use(done.configs().getFirst());
              place
                  .getChildren()
                  .setAll(
                      Parts.paragraph(TEXTS.get("founded", done.folder()), "tk-known"), joining);
            });
    card.getChildren().setAll(founding);
    HBox ways =
        Parts.pills(
            List.of(
                new Parts.Pill(
                    "found", TEXTS.get("way.found"), () -> card.getChildren().setAll(founding)),
                new Parts.Pill(
                    "join", TEXTS.get("way.join"), () -> card.getChildren().setAll(joining))));
    place.getChildren().setAll(ways, card);
  }

  /** A field below its name. */
  static VBox field(String key, TextField field, String id) {
    field.setId(id);
    field.setAccessibleText(TEXTS.get(key));
    return new VBox(4, Parts.text(TEXTS.get(key), "tk-strong"), field);
  }
}
