package org.tandemsync.distribution;

import java.net.URI;
import org.tandemsync.cli.DemoServer;
import org.tandemsync.testkit.server.DavCollection;
import org.tandemsync.testkit.server.EmbeddedDavServer;

/** The embedded server of the tests, with a calendar and an address book. */
final class EmbeddedDemoServer implements DemoServer {
  private static final String USER = "alice";
  private static final String PASSWORD = "wonderland";

  private final EmbeddedDavServer server;
  private final DavCollection calendar;
  private final DavCollection addressBook;

  EmbeddedDemoServer() {
    server = EmbeddedDavServer.start();
    server.addUser(USER, PASSWORD);
    calendar = server.calendar(USER, "calendar");
    addressBook = server.addressBook(USER, "contacts");
  }

  @Override
  public URI url() {
    return URI.create(server.url());
  }

  @Override
  public String user() {
    return USER;
  }

  @Override
  public String password() {
    return PASSWORD;
  }

  @Override
  public String calendar() {
    return calendar.path();
  }

  @Override
  public String addressBook() {
    return addressBook.path();
  }

  @Override
  public String anotherClient() {
    calendar.bodies().forEach((name, body) -> calendar.put(name, moved(body)));
    addressBook.put("hatter.vcf", HATTER);
    return "The appointment now takes place in the garden, and 'The Hatter' is a new contact.";
  }

  // Only the series itself: a changed occurrence keeps its own place.
  private static String moved(String body) {
    String without = body.replaceFirst("(?m)^LOCATION[;:].*\\R(?:[ \\t].*\\R)*", "");
    return without.replaceFirst("(?m)^SUMMARY", "LOCATION:Garden\r\nSUMMARY");
  }

  @Override
  public void close() {
    server.close();
  }

  private static final String HATTER =
      """
      BEGIN:VCARD
      VERSION:3.0
      UID:hatter@example.org
      FN:The Hatter
      N:Hatter;The;;;
      EMAIL;TYPE=INTERNET:hatter@example.org
      END:VCARD
      """
          .replace("\n", "\r\n");
}
