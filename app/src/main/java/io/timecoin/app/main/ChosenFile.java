package io.timecoin.app.main;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The desktop's own dialogue. */
final class ChosenFile implements FileTarget {

  private final Window owner;

  ChosenFile(Window owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> choose(String suggestedName) {
    FileChooser chooser = new FileChooser();
    chooser.setInitialFileName(suggestedName);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> pick() {
    return Optional.ofNullable(new FileChooser().showOpenDialog(owner)).map(File::toPath);
  }
}
