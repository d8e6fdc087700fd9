package io.timecoin.app.main;

import io.timecoin.app.vm.settings.Facts;
import io.timecoin.app.vm.settings.Facts.Kind;
import io.timecoin.app.vm.settings.Facts.Place;
import io.timecoin.node.masternode.Genesis;
import io.timecoin.node.runtime.NodeVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the settings tell of a desk's site. */
final class SiteFacts {

  private SiteFacts() {}

  static Facts of(Desk desk, Path dataFolder) {
    List<Place> places = new ArrayList<>();
    Genesis genesis = desk.site().genesis();
    if (genesis != null) {
      places.add(new Place(Kind.NETWORK, genesis.network().wireName()));
      places.add(new Place(Kind.GENESIS, genesis.hash().toString()));
    }
    places.add(new Place(Kind.NODE, desk.site().node().toString()));
    places.add(new Place(Kind.DATA_FOLDER, dataFolder.toAbsolutePath().toString()));
    return new Facts(NodeVersion.CURRENT, places);
  }
}
