package io.timecoin.app.fx.gallery;

import atlantafx.base.controls.Message;
import atlantafx.base.controls.PasswordTextField;
import atlantafx.base.controls.ToggleSwitch;
import io.timecoin.app.fx.control.Card;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.StatusBar;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The controls of JavaFX, AtlantaFX and ControlsFX in our colours. */
final class ControlsSheet {

  private ControlsSheet() {}

  static Parent controls() {
    Card fields = Card.titled("Fields", text("Amount"), choices(), password(), area());
    Card switches = Card.titled("Choices", checks(), radios(), new Slider(0, 100, 30), segments());
    Card foreign = Card.titled("Buttons and lists", buttons(), list(), link(), controlsFx());
    for (Card card : new Card[] {fields, switches, foreign}) {
      card.setPrefWidth(296);
      HBox.setHgrow(card, Priority.ALWAYS);
    }
    TabPane tabs = new TabPane(new Tab("Timeline"), new Tab("Raw"), new Tab("Certificate"));
    TitledPane titled = new TitledPane("Advanced", new Label("Coin control"));
    return new VBox(16, new HBox(16, fields, switches, foreign), tabs, titled, messages());
  }

  private static TextField text(String prompt) {
    TextField field = new TextField("25.00");
    field.setPromptText(prompt);
    return field;
  }

  private static HBox choices() {
    ComboBox<String> combo =
        new ComboBox<>(FXCollections.observableArrayList("English", "Deutsch"));
    combo.getSelectionModel().select(0);
    ChoiceBox<String> choice =
        new ChoiceBox<>(FXCollections.observableArrayList("System", "Light", "Dark"));
    choice.getSelectionModel().select(1);
    return new HBox(8, combo, choice);
  }

  private static HBox password() {
    PasswordTextField password = new PasswordTextField("secret");
    Spinner<Integer> spinner = new Spinner<>(1, 100, 7);
    spinner.setPrefWidth(96);
    password.setPrefWidth(150);
    return new HBox(8, password, spinner);
  }

  private static TextArea area() {
    TextArea area = new TextArea("A label for this payment");
    area.setPrefRowCount(2);
    return area;
  }

  private static HBox checks() {
    CheckBox checked = new CheckBox("Selected");
    checked.setSelected(true);
    ToggleSwitch toggle = new ToggleSwitch("Hide");
    toggle.setSelected(true);
    return new HBox(12, checked, new CheckBox("Not"), toggle);
  }

  private static HBox radios() {
    ToggleGroup group = new ToggleGroup();
    RadioButton one = new RadioButton("One");
    RadioButton two = new RadioButton("Two");
    one.setToggleGroup(group);
    two.setToggleGroup(group);
    one.setSelected(true);
    ProgressIndicator busy = new ProgressIndicator(0.6);
    busy.setPrefSize(32, 32);
    HBox box = new HBox(12, one, two, busy);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static SegmentedButton segments() {
    ToggleButton hour = new ToggleButton("1 h");
    hour.setSelected(true);
    return new SegmentedButton(hour, new ToggleButton("24 h"), new ToggleButton("7 d"));
  }

  private static HBox buttons() {
    Button danger = new Button("Erase", new FontIcon(Feather.TRASH_2));
    danger.getStyleClass().add("danger");
    Button disabled = new Button("Disabled");
    disabled.setDisable(true);
    Button success = new Button("Done");
    success.getStyleClass().add("success");
    return new HBox(8, danger, disabled, success);
  }

  private static ListView<String> list() {
    ListView<String> list =
        new ListView<>(FXCollections.observableArrayList("Alice", "Bob", "Carol"));
    list.setPrefHeight(110);
    list.getSelectionModel().select(1);
    return list;
  }

  private static Hyperlink link() {
    return new Hyperlink("View certificate");
  }

  private static VBox controlsFx() {
    CheckComboBox<String> columns =
        new CheckComboBox<>(FXCollections.observableArrayList("State", "Votes"));
    columns.getCheckModel().check(0);
    StatusBar bar = new StatusBar();
    bar.setText("Ready");
    return new VBox(8, TextFields.createClearableTextField(), columns, bar);
  }

  private static HBox messages() {
    Message info =
        new Message("Your coins are safe", "Nothing was sent.", new FontIcon(Feather.INFO));
    Message bad =
        new Message("Refused", "The input is spent.", new FontIcon(Feather.ALERT_OCTAGON));
    bad.getStyleClass().add("danger");
    return new HBox(16, info, bad);
  }
}
