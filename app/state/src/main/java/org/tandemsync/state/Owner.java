package org.tandemsync.state;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that may own a lease.
 *
 * @param machine name of the machine, with what tells containers and restarts apart where the
 *     system has it
 * @param started when the process was started, in milliseconds, or 0 if that is not known; a new
 *     process may get the number of an old one
 */
record Owner(String machine, long pid, long started) {

  static Owner thisProcess() {
    ProcessHandle process = ProcessHandle.current();
    return new Owner(thisMachine(), process.pid(), started(process));
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  /** Whether this process is certainly not there any more, asked on {@code here}. */
  boolean goneOn(String here) {
    if (!machine.equals(here)) {
      return false;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    if (process.isEmpty()) {
      return true;
    }
    long now = started(process.get());
    return started != 0 && now != 0 && now != started;
  }

  @Override
  public String toString() {
    int blank = machine.indexOf(' ');
    return "process " + pid + " on " + (blank < 0 ? machine : machine.substring(0, blank));
  }

  private static String thisMachine() {
    String name;
    try {
      name = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      name = "this-machine";
    }
    return name + linux("/proc/sys/kernel/random/boot_id") + namespace();
  }

  private static String linux(String file) {
    try {
      return " " + Files.readString(Path.of(file)).strip();
    } catch (IOException notLinux) {
      return "";
    }
  }

  /** Containers may have one name and see each other's files, but not each other's processes. */
  private static String namespace() {
    try {
      return " " + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException | UnsupportedOperationException notLinux) {
      return "";
    }
  }
}
