/**
 * The wallet and operator dashboard.
 *
 * <p>Open, because FXML loads views and controllers by reflection.
 */
@org.jspecify.annotations.NullMarked
open module io.timecoin.app {
  requires atlantafx.base;
  requires com.fasterxml.jackson.databind;
  requires com.google.zxing;
  requires io.timecoin.node;
  requires java.net.http;
  requires javafx.base;
  requires javafx.controls;
  requires javafx.fxml;
  requires javafx.graphics;
  requires org.apache.commons.csv;
  requires org.controlsfx.controls;
  requires org.kordamp.ikonli.core;
  requires org.kordamp.ikonli.feather;
  requires org.kordamp.ikonli.javafx;
  requires org.kordamp.ikonli.material2;
  requires org.slf4j;

  exports io.timecoin.app.main;
}
