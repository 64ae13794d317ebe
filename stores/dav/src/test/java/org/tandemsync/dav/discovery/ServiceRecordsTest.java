package org.tandemsync.dav.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** SRV and TXT records, asked for over UDP on the loopback. */
class ServiceRecordsTest {

  /** A name server of a few records. */
  private static final class NameServer implements AutoCloseable {
    private final DatagramSocket socket;
    private final List<Record> records;

    NameServer(String... lines) throws IOException {
      records = Stream.of(lines).map(NameServer::record).toList();
      socket = new DatagramSocket(0, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
      Thread.ofVirtual().start(this::serve);
    }

    /** "name SRV 0 0 443 target". */
    private static Record record(String line) {
      String[] parts = line.split(" ", 3);
      try {
        return Record.fromString(
            Name.fromString(parts[0], Name.root),
            Type.value(parts[1]),
            DClass.IN,
            60,
            parts[2],
            Name.root);
      } catch (IOException e) {
        throw new IllegalArgumentException(line, e);
      }
    }

    private void serve() {
      while (!socket.isClosed()) {
        try {
          DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
          socket.receive(packet);
          Message asked = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
          byte[] answer = answer(asked).toWire();
          socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        } catch (IOException closed) {
          return;
        }
      }
    }

    private Message answer(Message asked) {
      Message answer = new Message(asked.getHeader().getID());
      answer.getHeader().setFlag(Flags.QR);
      answer.addRecord(asked.getQuestion(), Section.QUESTION);
      List<Record> found =
          records.stream()
              .filter(r -> r.getName().equals(asked.getQuestion().getName()))
              .filter(r -> r.getType() == asked.getQuestion().getType())
              .toList();
      found.forEach(r -> answer.addRecord(r, Section.ANSWER));
      answer.getHeader().setRcode(found.isEmpty() ? Rcode.NXDOMAIN : Rcode.NOERROR);
      return answer;
    }

    List<ServiceRecords.Server> of(String domain) throws IOException {
      SimpleResolver resolver =
          new SimpleResolver(new InetSocketAddress("127.0.0.1", socket.getLocalPort()));
      resolver.setTimeout(Duration.ofSeconds(5));
      return new ServiceRecords(resolver).of(domain);
    }

    @Override
    public void close() {
      socket.close();
    }
  }

  private static String urls(List<ServiceRecords.Server> servers) {
    return String.join(
        " ",
        servers.stream()
            .map(s -> (s.calendars() ? "" : "book:") + s.url() + (s.ofDomain() ? "" : "!"))
            .toList());
  }

  @Test
  void prioritiesWeightsPortsAndPaths() throws IOException {
    try (NameServer dns =
        new NameServer(
            "_caldavs._tcp.example.org SRV 10 1 443 late.example.org.",
            "_caldavs._tcp.example.org SRV 5 1 8443 light.example.org.",
            "_caldavs._tcp.example.org SRV 5 9 443 heavy.example.org.",
            "_caldavs._tcp.example.org TXT \"path=/dav/cal/\"",
            "_carddavs._tcp.example.org SRV 0 0 443 carddav.other.net.",
            "_carddav._tcp.example.org SRV 0 0 80 plain.example.org.")) {
      assertThat(urls(dns.of("example.org")))
          .isEqualTo(
              "https://heavy.example.org/dav/cal/ https://light.example.org:8443/dav/cal/"
                  + " https://late.example.org/dav/cal/ book:https://carddav.other.net/!");
    }
  }

  @Test
  void withoutTlsOnlyWhereThereIsNoneWithIt() throws IOException {
    try (NameServer dns =
        new NameServer(
            "_caldav._tcp.example.org SRV 0 0 8080 dav.example.org.",
            "_caldav._tcp.example.org TXT \"path=//evil@host/\\010x\"")) {
      assertThat(urls(dns.of("example.org"))).isEqualTo("http://dav.example.org:8080/");
    }
  }

  @Test
  void whatIsNotOfferedIsNotThere() throws IOException {
    try (NameServer dns = new NameServer("_caldavs._tcp.example.org SRV 0 0 0 .")) {
      assertThat(dns.of("example.org")).isEmpty();
      assertThat(dns.of("elsewhere.example")).isEmpty();
      assertThat(dns.of("not..a..name")).isEmpty();
    }
  }

  @Test
  void aHostOfAnotherDomainIsMarked() throws IOException {
    try (NameServer dns =
        new NameServer(
            "_caldavs._tcp.mail.example.org SRV 0 0 443 dav.example.org.",
            "_carddavs._tcp.mail.example.org SRV 0 0 443 example.org.evil.com.")) {
      assertThat(urls(dns.of("mail.example.org")))
          .isEqualTo("https://dav.example.org/ book:https://example.org.evil.com/!");
    }
  }
}
