package io.timecoin.app.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.timecoin.app.main.SingleInstance.Claim;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceIT {

  @TempDir Path data;

  private static SingleInstance first(Claim claim) {
    assertThat(claim).isInstanceOf(Claim.First.class);
    return ((Claim.First) claim).instance();
  }

  @Test
  void laterOneHandsOverWhatItWasAskedToOpen() {
    try (SingleInstance instance = first(SingleInstance.claim(data, ""))) {
      List<String> opened = new CopyOnWriteArrayList<>();
      assertThat(SingleInstance.claim(data, "timecoin:A?amount=1"))
          .isInstanceOf(Claim.HandedOver.class);
      instance.onOpen(opened::add);
      assertThat(SingleInstance.claim(data, "")).isInstanceOf(Claim.HandedOver.class);
      await().until(() -> opened.size() == 2);
      assertThat(opened).containsExactly("timecoin:A?amount=1", "");
    }
  }

  @Test
  void folderIsFreeAgainAfterwards() {
    first(SingleInstance.claim(data, "")).close();
    first(SingleInstance.claim(data, "")).close();
  }

  @Test
  void otherFoldersAreOthers() {
    try (SingleInstance one = first(SingleInstance.claim(data.resolve("a"), ""));
        SingleInstance other = first(SingleInstance.claim(data.resolve("b"), ""))) {
      assertThat(one).isNotSameAs(other);
    }
  }

  @Test
  void whoDoesNotKnowTheWordOpensNothing() throws IOException {
    try (SingleInstance instance = first(SingleInstance.claim(data, ""))) {
      List<String> opened = new CopyOnWriteArrayList<>();
      instance.onOpen(opened::add);
      String[] where = Files.readString(data.resolve("instance.port")).split(" ");
      try (Socket socket =
          new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(where[0]))) {
        socket
            .getOutputStream()
            .write("GET / timecoin:EVIL HTTP/1.1".getBytes(StandardCharsets.UTF_8));
        socket.shutdownOutput();
        assertThat(socket.getInputStream().readAllBytes()).isEmpty();
      }
      assertThat(SingleInstance.claim(data, "after")).isInstanceOf(Claim.HandedOver.class);
      await().until(() -> !opened.isEmpty());
      assertThat(opened).containsExactly("after");
    }
  }

  @Test
  void wordIsForTheOwnerAlone() throws IOException {
    try (SingleInstance instance = first(SingleInstance.claim(data, ""))) {
      assertThat(instance).isNotNull();
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(data.resolve("instance.port"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void holderThatDoesNotAnswerIsNamed() throws IOException {
    try (SingleInstance instance = first(SingleInstance.claim(data, ""))) {
      assertThat(instance).isNotNull();
      Files.writeString(data.resolve("instance.port"), "nonsense");
      assertThat(SingleInstance.claim(data, ""))
          .isInstanceOfSatisfying(
              Claim.Failed.class, failed -> assertThat(failed.reason()).contains("runs already"));
    }
  }
}
