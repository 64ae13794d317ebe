package org.tandemsync.testkit.server;

/**
 * The embedded server as a program: {@code EmbeddedDavServerMain [PORT]}. Prints {@code READY URL
 * USER PASSWORD} when it listens and runs until it is ended. alice has a calendar "work", a task
 * list "tasks" and an address book "contacts".
 */
public final class EmbeddedDavServerMain {
  private EmbeddedDavServerMain() {}

  public static void main(String[] args) throws InterruptedException {
    int port = args.length == 0 ? 0 : Integer.parseInt(args[0]);
    try (var server = EmbeddedDavServer.start(port)) {
      server.addUser("alice", "alicepw");
      server.calendar("alice", "work");
      server.taskList("alice", "tasks");
      server.addressBook("alice", "contacts");
      System.out.println("READY " + server.url() + " alice alicepw");
      Thread.currentThread().join();
    }
  }
}
