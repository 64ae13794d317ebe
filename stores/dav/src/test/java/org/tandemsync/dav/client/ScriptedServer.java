package org.tandemsync.dav.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A server on the loopback that answers raw bytes, or nothing at all, to each request. */
public final class ScriptedServer implements AutoCloseable {

  /** A request as it came over the wire; header names are in lower case. */
  public record Got(String method, String path, Map<String, String> headers, String body) {
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** Writes whatever it likes; then the connection is closed. */
  public interface Raw {
    void answer(Got got, OutputStream out) throws IOException;
  }

  private final ServerSocket socket;
  private final Function<Got, String> script;
  private final @Nullable Raw raw;
  private final List<Got> requests = Collections.synchronizedList(new ArrayList<>());

  /**
   * @param script the answer as text in ISO-8859-1, or "" to close the connection without one
   */
  public ScriptedServer(Function<Got, String> script) {
    this(script, null);
  }

  /** One that answers as a stream. */
  public static ScriptedServer raw(Raw raw) {
    return new ScriptedServer(got -> "", raw);
  }

  private ScriptedServer(Function<Got, String> script, @Nullable Raw raw) {
    this.script = script;
    this.raw = raw;
    try {
      this.socket = new ServerSocket(0, 100, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
  }

  public List<Got> requests() {
    return List.copyOf(requests);
  }

  /** An answer with a body. */
  public static String answer(int status, String headers, String body) {
    int length = body.getBytes(StandardCharsets.ISO_8859_1).length;
    return "HTTP/1.1 "
        + status
        + " X\r\n"
        + headers
        + "Content-Length: "
        + length
        + "\r\n\r\n"
        + body;
  }

  /** A multi-status answer in UTF-8. */
  public static String multistatus(String responses) {
    String xml =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><D:multistatus xmlns:D=\"DAV:\""
            + " xmlns:C=\"urn:ietf:params:xml:ns:caldav\""
            + " xmlns:A=\"urn:ietf:params:xml:ns:carddav\">"
            + responses
            + "</D:multistatus>";
    String bytes = new String(xml.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return answer(207, "Content-Type: application/xml; charset=utf-8\r\n", bytes);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      while (true) {
        String start = line(in);
        if (start.isEmpty()) {
          return;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
          int colon = line.indexOf(':');
          headers.put(
              line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        String[] words = start.split(" ");
        Got got = new Got(words[0], words[1], headers, body);
        requests.add(got);
        if (raw != null) {
          raw.answer(got, connection.getOutputStream());
          connection.getOutputStream().flush();
          return;
        }
        String answer = script.apply(got);
        if (answer.isEmpty()) {
          connection.setSoLinger(true, 0); // a reset
          return;
        }
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
        if (answer.contains("\r\nX-Then: close\r\n")) {
          return;
        }
      }
    } catch (IOException gone) {
      // The client went away.
    }
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

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
