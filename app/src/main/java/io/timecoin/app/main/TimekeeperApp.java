package io.timecoin.app.main;

import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The window and what it is made of. */
public final class TimekeeperApp extends Application {
  @Override
  public void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    stage.setTitle("Timekeeper");
    stage.setScene(new Scene(new StackPane(new Label("Timekeeper")), 960, 640));
    stage.show();
  }
}
