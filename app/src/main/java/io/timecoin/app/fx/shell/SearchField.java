package io.timecoin.app.fx.shell;

import atlantafx.base.controls.CustomTextField;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A text field with a magnifying glass. */
final class SearchField extends CustomTextField {

  SearchField() {
    getStyleClass().add("tk-search");
    setLeft(new FontIcon(Feather.SEARCH));
    setId("search");
  }
}
