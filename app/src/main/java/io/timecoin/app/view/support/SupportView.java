package io.timecoin.app.view.support;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.Exported;
import io.timecoin.app.vm.support.Bundle;
import io.timecoin.app.vm.support.Bundle.Part;
import io.timecoin.app.vm.support.SupportModel;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Parts at the left, the chosen one's text at the right, and only then a button that saves. */
public final class SupportView extends VBox {

  private static final Texts TEXTS = Texts.of(SupportView.class);
  private static final double NAMES_WIDTH = 180;

  private final SupportModel model;
  private final ListView<Part> parts = new ListView<>();
  private final TextArea text = new TextArea();
  private final Label removed = Parts.paragraph("", "tk-muted");

  /**
   * The preview of that model's bundle.
   *
   * @param saved told what came of saving
   */
  public SupportView(SupportModel model, Consumer<Exported> saved) {
    super(12);
    this.model = model;
    parts.setId("bundle-parts");
    parts.setMinWidth(NAMES_WIDTH);
    parts.setPrefWidth(NAMES_WIDTH);
    parts.setAccessibleText(TEXTS.get("parts"));
    parts.setCellFactory(_ -> new CheckBoxListCell<>(this::included, new Names()));
    text.setId("bundle-text");
    text.getStyleClass().addAll("tk-mono", "tk-small");
    text.setEditable(false);
    text.setAccessibleText(TEXTS.get("text"));
    parts
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(part -> text.setText(part == null ? "" : part.text()));
    Button again = Parts.button(TEXTS.get("again"), Feather.REFRESH_CW, model::gather);
    again.setId("bundle-again");
    again.disableProperty().bind(model.gatheringProperty());
    Button save =
        Parts.button(TEXTS.get("save"), Feather.DOWNLOAD, () -> model.save(saved), "accent");
    save.setId("bundle-save");
    save.disableProperty().bind(model.gatheringProperty());
    again.setMinWidth(Region.USE_PREF_SIZE);
    save.setMinWidth(Region.USE_PREF_SIZE);
    HBox last = new HBox(12, Parts.wide(removed), again, save);
    last.setAlignment(Pos.CENTER_LEFT);
    removed.setMaxWidth(Double.MAX_VALUE);
    getChildren()
        .addAll(
            Parts.paragraph(TEXTS.get("sentence"), "tk-lead"),
            Parts.tall(new HBox(12, parts, Parts.wide(text))),
            last);
    model.bundleProperty().subscribe(this::show);
  }

  private SimpleBooleanProperty included(Part part) {
    SimpleBooleanProperty included = new SimpleBooleanProperty(true);
    included.addListener((_, _, now) -> model.include(part, now));
    return included;
  }

  private void show(Bundle bundle) {
    parts.getItems().setAll(bundle.parts());
    parts.getSelectionModel().selectFirst();
    removed.setText(
        bundle.parts().isEmpty() ? TEXTS.get("gathering") : TEXTS.get("removed", bundle.removed()));
  }

  private static final class Names extends StringConverter<Part> {
    @Override
    public String toString(@Nullable Part part) {
      return part == null ? "" : part.name();
    }

    @Override
    public Part fromString(String name) {
      return new Part(name, "");
    }
  }
}
