package io.timecoin.node.cli.chaos.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.timecoin.node.cli.chaos.check.Story;
import io.timecoin.node.cli.chaos.history.Event.Stage;
import io.timecoin.node.cli.chaos.history.FaultKind;
import io.timecoin.node.utxo.UtxoState;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class TimelineTest {
  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static Story run() {
    return new Story()
        .reached(Stage.FAULTS_BEGIN)
        .honest(Story.tx(1), Story.coin(1))
        .broke(1, FaultKind.CLOCK, "<+3.0 s & more>", 0)
        .rival(Story.tx(2), Story.coin(2))
        .rival(Story.tx(3), Story.coin(2))
        .notified(0, 1, 1, Story.coin(1), Story.finalized(Story.tx(1)))
        .mended(1)
        .broke(2, FaultKind.FLAP, "", 1)
        .notified(1, 1, 1, Story.coin(2), Story.finalized(Story.tx(3)))
        .reached(Stage.FAULTS_END)
        .reached(Stage.SETTLED);
  }

  @Test
  void everyShapeIsInsideThePicture() throws Exception {
    Document svg = parse(Timeline.of(run().events(), 2, "two nodes").svg());
    double width = Double.parseDouble(svg.getDocumentElement().getAttribute("width"));
    double height = Double.parseDouble(svg.getDocumentElement().getAttribute("height"));
    for (int i = 0; i < svg.getElementsByTagName("rect").getLength(); i++) {
      Element rect = (Element) svg.getElementsByTagName("rect").item(i);
      assertThat(number(rect, "x") + number(rect, "width")).isBetween(0.0, width);
      assertThat(number(rect, "y") + number(rect, "height")).isBetween(0.0, height);
    }
  }

  private static double number(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }

  @Test
  void eachNodeHasALaneAndWordsAreNeverMarkup() throws Exception {
    String svg = Timeline.of(run().events(), 2, "a < b").svg();
    assertThat(parse(svg).getDocumentElement().getTextContent())
        .contains("Node 1", "Node 2", "wrong clock, <+3.0 s & more>", "flapping", "healed");
  }

  @Test
  void runWithoutEventsIsAPictureToo() throws Exception {
    assertThat(parse(Timeline.of(List.of(), 1, "nothing").svg()).getDocumentElement()).isNotNull();
  }

  @Test
  void doubleSpendEndsWithTheFinalRivalOrWithAFreeCoin() {
    List<Contest> decided = Contest.of(run().events());
    assertThat(decided).extracting(Contest::end).containsExactly(Contest.End.DECIDED);
    Story released =
        new Story()
            .rival(Story.tx(2), Story.coin(2))
            .notified(0, 1, 1, Story.coin(2), UtxoState.UNSPENT)
            .notified(0, 1, 2, Story.coin(2), Story.finalized(Story.tx(9)));
    assertThat(Contest.of(released.events()))
        .extracting(Contest::end)
        .containsExactly(Contest.End.RELEASED);
  }
}
