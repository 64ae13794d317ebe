package org.tandemsync.dav.client;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request under way that can be given up from outside: socket timeouts end silence, not a head
 * that comes byte by byte or a body that nobody takes.
 */
final class Outgoing extends BasicClassicHttpRequest implements CancellableDependency {
  private static final long serialVersionUID = 1L;

  private final transient AtomicReference<@Nullable Cancellable> connection =
      new AtomicReference<>();
  private volatile boolean cancelled;

  Outgoing(String method, HttpHost host, String path) {
    super(method, host, path);
  }

  @Override
  public void setDependency(Cancellable dependency) {
    connection.set(dependency);
    if (cancelled) {
      dependency.cancel();
    }
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public boolean cancel() {
    cancelled = true;
    Cancellable dependency = connection.get();
    return dependency != null && dependency.cancel();
  }
}
