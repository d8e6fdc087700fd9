package io.timecoin.app.view.settings;

import io.timecoin.app.fx.Texts;
import io.timecoin.app.fx.control.Card;
import io.timecoin.app.fx.control.HashLabel;
import io.timecoin.app.view.Parts;
import io.timecoin.app.vm.settings.Facts;
import io.timecoin.app.vm.settings.Look;
import io.timecoin.app.vm.settings.Notice;
import io.timecoin.app.vm.settings.Preferences;
import io.timecoin.app.vm.settings.SettingsModel;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/** Every choice in one column; each takes effect at once. */
public final class SettingsView extends StackPane {

  private static final Texts TEXTS = Texts.of(SettingsView.class);

  private final SettingsModel model;

  /**
   * Where the page leads.
   *
   * @param tryNotice shows a notice as the desktop would
   * @param showLog to what the program says
   * @param diagnose to what is given to those who help
   */
  public record Actions(Runnable tryNotice, Runnable showLog, Runnable diagnose) {}

  /** The choices of that model. */
  public SettingsView(SettingsModel model, Facts facts, Actions actions) {
    this.model = model;
    VBox column =
        new VBox(
            16,
            looks(),
            privacy(),
            notices(actions),
            places(facts),
            help(actions),
            about(facts.version()));
    getChildren().add(Parts.scrolling(column));
  }

  private Card looks() {
    HBox looks = new HBox();
    ToggleGroup group = new ToggleGroup();
    Look[] all = Look.values();
    for (int i = 0; i < all.length; i++) {
      looks.getChildren().add(lookButton(all[i], group, Parts.pillStyle(i, all.length)));
    }
    ChoiceBox<String> language =
        choice(
            Preferences.LANGUAGES,
            SettingsView::languageName,
            Preferences::language,
            Preferences::inLanguage);
    language.getItems().addFirst("");
    language.setId("language");
    return Card.titled(
        TEXTS.get("looks"),
        row("look", looks),
        row("language", language),
        check("calm", Preferences::calm, Preferences::calm));
  }

  private ToggleButton lookButton(Look look, ToggleGroup group, String pill) {
    ToggleButton button = new ToggleButton(TEXTS.get("look." + look.name()));
    button.setId("look-" + look.name().toLowerCase(Locale.ROOT));
    button.getStyleClass().add(pill);
    button.setToggleGroup(group);
    model.preferencesProperty().subscribe(now -> button.setSelected(now.look() == look));
    button.setOnAction(
        _ -> {
          button.setSelected(true); // one of them always is
          model.change(now -> now.with(look));
        });
    return button;
  }

  private Card privacy() {
    ChoiceBox<Integer> lock =
        choice(
            Preferences.LOCK_MINUTES,
            minutes -> minutes == 0 ? TEXTS.get("lock.never") : TEXTS.get("lock.after", minutes),
            Preferences::lockMinutes,
            Preferences::lockAfter);
    lock.setId("lock-minutes");
    return Card.titled(
        TEXTS.get("privacy"),
        check("discreet", Preferences::discreet, Preferences::discreet),
        row("lock", lock));
  }

  private Card notices(Actions actions) {
    Card card = Card.titled(TEXTS.get("notices"));
    card.actions(
        Parts.button(TEXTS.get("notices.try"), Feather.BELL, actions.tryNotice(), "small"));
    card.getChildren().add(Parts.paragraph(TEXTS.get("notices.sentence"), "tk-muted"));
    for (Notice notice : List.of(Notice.values())) {
      card.getChildren()
          .add(
              check(
                  "notice." + notice.name(),
                  now -> now.notices().contains(notice),
                  (now, on) -> now.telling(notice, on)));
    }
    return card;
  }

  private Node check(
      String key,
      Function<Preferences, Boolean> get,
      BiFunction<Preferences, Boolean, Preferences> set) {
    CheckBox box = new CheckBox();
    box.setId("setting-" + key.replace('.', '-'));
    model.preferencesProperty().subscribe(now -> box.setSelected(get.apply(now)));
    box.setOnAction(_ -> model.change(now -> set.apply(now, box.isSelected())));
    return row(key, box);
  }

  private <T> ChoiceBox<T> choice(
      List<T> items,
      Function<T, String> words,
      Function<Preferences, T> get,
      BiFunction<Preferences, T, Preferences> set) {
    ChoiceBox<T> box = new ChoiceBox<>();
    box.getItems().setAll(items);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T item) {
            return item == null ? "" : words.apply(item);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("a choice is not typed");
          }
        });
    model.preferencesProperty().subscribe(now -> box.setValue(get.apply(now)));
    box.setOnAction(_ -> model.change(now -> set.apply(now, box.getValue())));
    return box;
  }

  /** What it is and what it does at the left, the control at the right. */
  private static Node row(String key, Node control) {
    control.setAccessibleText(TEXTS.get(key + ".label"));
    VBox words = new VBox(2, Parts.text(TEXTS.get(key + ".label"), "tk-medium"));
    words.getChildren().add(Parts.paragraph(TEXTS.get(key + ".sentence"), "tk-small", "tk-muted"));
    words.setMinWidth(0);
    if (control instanceof Region region) {
      region.setMinWidth(Region.USE_PREF_SIZE);
    }
    HBox row = new HBox(24, Parts.wide(words), control);
    row.setAlignment(Pos.CENTER_LEFT);
    if (control instanceof CheckBox box) { // the words switch it too
      words.setOnMouseClicked(_ -> box.fire());
    }
    return row;
  }

  private static Card places(Facts facts) {
    Card card = Card.titled(TEXTS.get("places"));
    for (Facts.Place place : facts.places()) {
      if (place.value().isEmpty()) {
        continue;
      }
      HashLabel value = new HashLabel(place.value());
      value.shortenedProperty().set(place.kind() == Facts.Kind.GENESIS);
      Labeled name = Parts.text(TEXTS.get("place." + place.kind().name()), "tk-muted");
      name.setMinWidth(Region.USE_PREF_SIZE);
      HBox row = new HBox(16, name, Parts.space(), value);
      row.setAlignment(Pos.CENTER_LEFT);
      card.getChildren().add(row);
    }
    return card;
  }

  private static Card help(Actions actions) {
    Button log = Parts.button(TEXTS.get("help.log"), Feather.FILE_TEXT, actions.showLog());
    log.setId("show-log");
    Button diagnose =
        Parts.button(TEXTS.get("help.diagnose"), Feather.LIFE_BUOY, actions.diagnose());
    diagnose.setId("diagnose");
    return Card.titled(
        TEXTS.get("help"),
        Parts.paragraph(TEXTS.get("help.sentence"), "tk-muted"),
        new HBox(12, log, diagnose));
  }

  private static Card about(String version) {
    return Card.titled(
        TEXTS.get("about"), Parts.paragraph(TEXTS.get("about.text", version), "tk-muted"));
  }

  private static String languageName(String language) {
    if (language.isEmpty()) {
      return TEXTS.get("language.system");
    }
    Locale locale = Locale.of(language);
    String own = locale.getDisplayLanguage(locale); // people look for it in their own words
    return own.substring(0, 1).toUpperCase(locale) + own.substring(1);
  }
}
