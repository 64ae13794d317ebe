package org.tandemsync.pst;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.pst.item.*;
import org.tandemsync.pst.mapi.*;

class MsgItemsTest {
  static Stream<Path> files() throws IOException {
    return Files.list(Samples.path("msg")).filter(p -> p.toString().endsWith(".msg")).sorted();
  }

  @ParameterizedTest
  @MethodSource("files")
  void dump(Path p) {
    Message m = MsgFile.read(p);
    String c = m.properties().text(Tags.MESSAGE_CLASS);
    System.out.println("MSG " + p.getFileName() + " " + c);
    Object o =
        ItemClass.type(c)
            .map(
                t ->
                    switch (t) {
                      case APPOINTMENT -> AppointmentCodec.read(m);
                      case TASK -> TaskCodec.read(m);
                      case CONTACT -> ContactCodec.read(m, "u");
                      case DISTRIBUTION_LIST ->
                          DistributionListCodec.read(m, "u", MemberSource.NONE);
                    })
            .map(Object::toString)
            .orElse("-");
    System.out.println("   " + o);
  }
}
