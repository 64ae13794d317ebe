package org.tandemsync.distribution;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Stands before a server and answers some requests itself, with whatever bytes it likes. */
final class MeanFront implements AutoCloseable {
  private final ServerSocket socket;
  private final int behind;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private volatile Predicate<String> which = head -> false;
  private volatile @Nullable Attack attack;

  /** Writes an answer; then the connection is closed. */
  interface Attack {
    void answer(String head, OutputStream out) throws IOException;
  }

  MeanFront(String behind) {
    this.behind = URI.create(behind).getPort();
    try {
      socket = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/";
  }

  /** From now on these requests are answered so; the others go through. */
  void attack(Predicate<String> requests, @Nullable Attack with) {
    which = requests;
    attack = with;
  }

  /** Request line and headers of what came, in lower case from the second line on. */
  List<String> heads() {
    return heads;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      StringBuilder head = new StringBuilder(line(in) + "\r\n");
      int length = 0;
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        String lower = line.toLowerCase(Locale.ROOT);
        if (lower.startsWith("content-length:")) {
          length = Integer.parseInt(lower.substring("content-length:".length()).strip());
        }
        if (!lower.startsWith("connection:")) {
          head.append(line).append("\r\n");
        }
      }
      byte[] body = in.readNBytes(length);
      heads.add(head.toString());
      Attack now = attack;
      if (now != null && which.test(head.toString())) {
        now.answer(head.toString(), client.getOutputStream());
        client.getOutputStream().flush();
        return;
      }
      try (Socket server = new Socket("127.0.0.1", behind)) {
        OutputStream out = server.getOutputStream();
        out.write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
        server.getInputStream().transferTo(client.getOutputStream());
      }
    } catch (IOException gone) {
      // one of them went away
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
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
