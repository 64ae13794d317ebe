package org.tandemsync.dav.client;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Signing in that is about connections, as NTLM is: with a system that answers each challenge in
 * its way, and a server that knows which challenge it gave on which connection.
 */
class ConnectionSignInTest {
  private static final DavSettings SETTINGS =
      DavSettings.usual(InstantSource.system())
          .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));

  private final ServerSocket socket = socket();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private final ConcurrentHashMap<String, Integer> begun = new ConcurrentHashMap<>();

  private volatile String offer = "WWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM\r\n";
  private volatile boolean oneLeg;
  private volatile boolean knowsNobody;

  /** Connections end after so many answers. */
  private volatile int longest = Integer.MAX_VALUE;

  private final Credentials.Handshakes system =
      (scheme, host) -> {
        begun.merge(scheme + " " + host, 1, Integer::sum);
        open.incrementAndGet();
        return new Credentials.Handshake() {
          @Override
          public byte[] next(byte[] said) {
            String text = new String(said, StandardCharsets.UTF_8);
            return (text.isEmpty() ? "hello" : text.replace("prove ", "proof "))
                .getBytes(StandardCharsets.UTF_8);
          }

          @Override
          public void close() {
            open.decrementAndGet();
          }
        };
      };

  private final DavClient client =
      new DavClient(
          URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/"),
          new Credentials.Integrated(system),
          SETTINGS);

  ConnectionSignInTest() {
    workers.submit(this::accept);
  }

  private static ServerSocket socket() {
    try {
      return new ServerSocket(0, 100, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    socket.close();
    workers.shutdownNow();
    assertThat(open.get()).as("conversations that nobody has closed").isZero();
  }

  // ---- the server

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        workers.submit(() -> serve(connection, connections.incrementAndGet()));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection, int number) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      boolean known = false;
      for (int answers = 0; answers < longest; answers++) {
        String start = line(in);
        if (start.isEmpty()) {
          return;
        }
        String shown = "";
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
          String lower = line.toLowerCase(Locale.ROOT);
          length =
              lower.startsWith("content-length:")
                  ? Integer.parseInt(line.substring(15).strip())
                  : length;
          shown = lower.startsWith("authorization:") ? line.substring(14).strip() : shown;
        }
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        String scheme = shown.split(" ")[0];
        String token =
            shown.isEmpty()
                ? ""
                : new String(
                    Base64.getDecoder().decode(shown.split(" ")[1]), StandardCharsets.UTF_8);
        boolean now =
            oneLeg
                ? token.equals("hello")
                : known || token.equals("proof " + scheme + " of " + number);
        if (now && !knowsNobody) {
          known = true;
          done.add(start.split(" ")[0] + " " + body.length());
          boolean write = start.startsWith("PUT");
          answer(
              connection,
              write
                  ? ScriptedServer.answer(201, "ETag: \"1\"\r\n", "")
                  : ScriptedServer.multistatus(""));
        } else {
          refused.add(start.split(" ")[0]);
          String challenge =
              token.equals("hello") && !knowsNobody
                  ? "WWW-Authenticate: " + scheme + " " + prove(scheme, number) + "\r\n"
                  : offer;
          answer(connection, ScriptedServer.answer(401, challenge, "who are you?"));
        }
      }
    } catch (IOException gone) {
      // the client went away
    }
  }

  private static String prove(String scheme, int number) {
    byte[] text = ("prove " + scheme + " of " + number).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(text);
  }

  private static void answer(Socket connection, String text) throws IOException {
    connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    connection.getOutputStream().flush();
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private void ask() {
    client.propfind(client.root(), Depth.SELF, List.of(Names.GETETAG), r -> r);
  }

  private int put(int size) {
    return client
        .put(
            client.root().member("a.ics"),
            new Condition.NothingThere(),
            "x".repeat(size).getBytes(StandardCharsets.UTF_8),
            "text/calendar")
        .status();
  }

  // ---- what it has to do

  @Test
  void aConnectionIsSignedInOnce() {
    ask();
    ask();
    assertThat(put(100_000)).isEqualTo(201);
    assertThat(done).hasSize(3).contains("PUT 100000");
    assertThat(refused).hasSize(2);
    assertThat(connections.get()).isEqualTo(1);
    assertThat(begun).containsExactly(entry("Negotiate 127.0.0.1", 1));
  }

  @Test
  void ntlmIsTakenWhereNothingElseIsOffered() {
    offer = "WWW-Authenticate: Basic realm=\"x\", NTLM\r\n";
    ask();
    assertThat(begun).containsOnlyKeys("NTLM 127.0.0.1");
  }

  /** A write that was refused with 401 was not carried out: it is sent once, in the end. */
  @Test
  void aWriteIsCarriedOutOnce() {
    assertThat(put(10)).isEqualTo(201);
    assertThat(done).containsExactly("PUT 10");
    assertThat(refused).containsExactly("PUT", "PUT");
  }

  @Test
  void requestsAtATimeHaveConnectionsOfTheirOwn() throws Exception {
    CountDownLatch together = new CountDownLatch(1);
    List<Future<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      all.add(
          workers.submit(
              () -> {
                together.await();
                return put(1000);
              }));
    }
    together.countDown();
    for (Future<Integer> one : all) {
      assertThat(one.get()).isEqualTo(201);
    }
    assertThat(done).hasSize(80);
    assertThat(connections.get()).isLessThanOrEqualTo(SETTINGS.parallel());
  }

  @Test
  void aConnectionThatEndsIsSignedInAnew() {
    longest = 5;
    for (int i = 0; i < 12; i++) {
      ask();
    }
    assertThat(done).hasSize(12);
    assertThat(connections.get()).isEqualTo(4);
    assertThat(begun).containsEntry("Negotiate 127.0.0.1", 4);
  }

  @Test
  void aServerThatKeepsNoConnectionIsSaidSo() {
    longest = 1;
    assertThatThrownBy(this::ask)
        .isInstanceOfSatisfying(
            DavException.class,
            e -> assertThat(e.kind()).isEqualTo(DavException.Kind.NOT_SIGNED_IN))
        .hasMessageContaining("does not accept who is signed in");
    assertThat(done).isEmpty();
    assertThat(refused.size()).isLessThan(8);
  }

  @Test
  void oneLegIsShownWithEachRequest() {
    oneLeg = true;
    ask();
    ask();
    assertThat(put(10)).isEqualTo(201);
    assertThat(done).hasSize(3);
    assertThat(refused).hasSize(1);
  }

  @Test
  void whoIsNotKnownIsSaidSo() {
    knowsNobody = true;
    assertThatThrownBy(this::ask).hasMessageContaining("does not accept who is signed in");
    assertThat(refused.size()).isLessThan(6);
    knowsNobody = false;
    ask();
    assertThat(done).hasSize(1);
  }

  @Test
  void whatIsNotOfferedIsNotTried() {
    offer = "WWW-Authenticate: Basic realm=\"x\"\r\n";
    assertThatThrownBy(this::ask)
        .hasMessageContaining("neither Negotiate nor NTLM")
        .hasMessageContaining("Basic");
    assertThat(begun).isEmpty();
  }

  @Test
  void anotherHostIsShownNothing() {
    try (ScriptedServer other =
            new ScriptedServer(r -> ScriptedServer.answer(401, "WWW-Authenticate: NTLM\r\n", ""));
        ScriptedServer first =
            new ScriptedServer(
                r ->
                    ScriptedServer.answer(
                        302,
                        "Location: "
                            + other.url().toString().replace("127.0.0.1", "localhost")
                            + "\r\n",
                        ""));
        DavClient led = new DavClient(first.url(), new Credentials.Integrated(system), SETTINGS)) {
      assertThatThrownBy(() -> led.propfind(led.root(), Depth.SELF, List.of(Names.GETETAG), r -> r))
          .isInstanceOf(DavException.class);
      assertThat(other.requests()).noneMatch(r -> r.headers().containsKey("authorization"));
      assertThat(begun).isEmpty();
    }
  }
}
