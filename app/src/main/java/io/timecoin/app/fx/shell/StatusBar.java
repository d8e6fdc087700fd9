package io.timecoin.app.fx.shell;

import io.timecoin.app.fx.Texts;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The line at the bottom of every screen: connection, network, height, age of the data, and what
 * goes on in the background with its progress and a way to end it.
 */
public final class StatusBar extends HBox {

  private static final Texts TEXTS = Texts.of(StatusBar.class);

  private final ObjectProperty<ConnectionState> connection =
      new SimpleObjectProperty<>(this, "connection", ConnectionState.CONNECTING);
  private final ObservableList<BackgroundTask> tasks = FXCollections.observableArrayList();
  private final Label connectionLabel = new Label();
  private final FontIcon connectionIcon = new FontIcon(Feather.LOADER);
  private final Label network = new Label();
  private final Label height = new Label();
  private final Label age = new Label();
  private final HBox work = new HBox(8);
  private final Label workTitle = new Label();
  private final ProgressBar workBar = new ProgressBar();
  private final Button workCancel = new Button();

  /** Connecting, everything else blank. */
  public StatusBar() {
    super(20);
    getStyleClass().add("tk-status");
    setAlignment(Pos.CENTER_LEFT);
    connectionLabel.setGraphic(connectionIcon);
    connectionLabel.getStyleClass().add("tk-connection");
    connectionLabel.setAccessibleRole(AccessibleRole.TEXT);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    work.setAlignment(Pos.CENTER_RIGHT);
    workBar.setPrefWidth(96);
    workCancel.getStyleClass().addAll("flat", "tk-icon-button", "tk-tiny");
    workCancel.setGraphic(new FontIcon(Feather.X));
    workCancel.setAccessibleText(TEXTS.get("task.cancel"));
    work.getChildren().addAll(workTitle, workBar, workCancel);
    getChildren().addAll(connectionLabel, network, height, age, space, work);
    for (Label label : new Label[] {connectionLabel, network, height, age}) {
      label.setMinWidth(Region.USE_PREF_SIZE);
      label.managedProperty().bind(label.textProperty().isNotEmpty());
    }
    connection.addListener((_, _, _) -> showConnection());
    tasks.addListener((ListChangeListener<BackgroundTask>) _ -> showTasks());
    showConnection();
    showTasks();
  }

  /** Shape, word and colour at the left; never null. */
  public ObjectProperty<ConnectionState> connectionProperty() {
    return connection;
  }

  /** The network's name. */
  public StringProperty networkProperty() {
    return network.textProperty();
  }

  /** The height as text, for example "Height 1,284". */
  public StringProperty heightTextProperty() {
    return height.textProperty();
  }

  /** How old the data is: "live", or "stale for 12 s". */
  public StringProperty ageProperty() {
    return age.textProperty();
  }

  /** What goes on in the background; the first is shown with its progress, the others counted. */
  public ObservableList<BackgroundTask> tasks() {
    return tasks;
  }

  private void showConnection() {
    ConnectionState now = connection.get();
    connectionLabel.getStyleClass().removeIf(name -> name.startsWith("tk-state-"));
    connectionLabel.getStyleClass().add(now.styleClass());
    connectionLabel.setText(now.word());
    connectionIcon.setIconCode(now.icon());
  }

  private void showTasks() {
    workBar.progressProperty().unbind();
    work.setVisible(!tasks.isEmpty());
    work.setManaged(!tasks.isEmpty());
    if (tasks.isEmpty()) {
      return;
    }
    BackgroundTask first = tasks.getFirst();
    int others = tasks.size() - 1;
    workTitle.setText(
        others == 0 ? first.title() : TEXTS.get("task.andMore", first.title(), others));
    workBar.progressProperty().bind(first.progress());
    workBar.setAccessibleText(first.title());
    workCancel.setOnAction(_ -> first.cancel().run());
  }
}
