package org.tandemsync.windows.automation;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.HResult;

/**
 * A single-threaded apartment of COM: one thread that owns objects of other programs and a message
 * loop, through which events of those programs come in. What it is asked to do waits in a queue and
 * an event of Windows, not in thread messages: a dialog's own loop would swallow those.
 */
final class Apartment implements Turn, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Apartment.class);

  private static final int COINIT_APARTMENTTHREADED = 2;
  private static final int QS_ALLINPUT = 0x04FF;
  private static final int MWMO_INPUTAVAILABLE = 4;
  private static final int INFINITE = -1;
  private static final int PM_REMOVE = 1;
  private static final int MESSAGE_SIZE = 64; // MSG has 48 bytes in 64 bits, 28 in 32

  private final ConcurrentLinkedQueue<Runnable> queue = new ConcurrentLinkedQueue<>();
  private final Pointer event;
  private final Thread thread;
  private volatile boolean ending;

  Apartment() {
    Pointer made =
        function("kernel32", "CreateEventW")
            .invokePointer(new Object[] {Pointer.NULL, 0, 0, Pointer.NULL});
    if (made == null) {
      throw new AutomationException(HResult.E_FAIL, "CreateEventW", "no event of Windows is left");
    }
    event = made;
    thread = Thread.ofPlatform().daemon().name("outlook").start(this::live);
  }

  private static Function function(String library, String name) {
    return NativeLibrary.getInstance(library).getFunction(name);
  }

  @Override
  public <R> R on(Supplier<R> work) {
    if (Thread.currentThread() == thread) {
      return work.get(); // an event that came in while a call was on its way
    }
    CompletableFuture<R> answer = new CompletableFuture<>();
    post(
        () -> {
          try {
            answer.complete(work.get());
          } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
          }
        });
    if (!thread.isAlive()) {
      answer.completeExceptionally(ended());
    }
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  @Override
  public void later(Runnable work) {
    if (!ending) {
      post(work);
    }
  }

  private void post(Runnable work) {
    if (ending && Thread.currentThread() != thread) {
      throw ended();
    }
    queue.add(work);
    int _ = function("kernel32", "SetEvent").invokeInt(new Object[] {event});
  }

  private static AutomationException ended() {
    return new AutomationException(
        HResult.RPC_E_DISCONNECTED, "Apartment", "the session with Outlook has ended");
  }

  private void live() {
    Function initialize = function("ole32", "CoInitializeEx");
    int result = initialize.invokeInt(new Object[] {Pointer.NULL, COINIT_APARTMENTTHREADED});
    if (result < 0) {
      LOG.error("CoInitializeEx: {}", new HResult(result));
    }
    try {
      loop();
    } finally {
      work();
      if (result >= 0) {
        function("ole32", "CoUninitialize").invokeVoid(new Object[0]);
      }
    }
  }

  private void loop() {
    Function await = function("user32", "MsgWaitForMultipleObjectsEx");
    try (Memory events = ComPointer.pointer();
        Memory message = new Memory(MESSAGE_SIZE)) {
      events.setPointer(0, event);
      while (!ending) {
        int _ =
            await.invokeInt(new Object[] {1, events, INFINITE, QS_ALLINPUT, MWMO_INPUTAVAILABLE});
        work();
        dispatch(message);
      }
    }
  }

  private static void dispatch(Memory message) {
    Function peek = function("user32", "PeekMessageW");
    while (peek.invokeInt(new Object[] {message, Pointer.NULL, 0, 0, PM_REMOVE}) != 0) {
      int _ = function("user32", "TranslateMessage").invokeInt(new Object[] {message});
      Pointer _ = function("user32", "DispatchMessageW").invokePointer(new Object[] {message});
    }
  }

  private void work() {
    for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
      try {
        next.run();
      } catch (RuntimeException e) {
        LOG.warn("in the apartment", e);
      }
    }
  }

  /** Ends the thread after what it has been asked to do so far. */
  @Override
  public void close() {
    if (ending) {
      return;
    }
    post(() -> ending = true);
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!thread.isAlive()) {
      int _ = function("kernel32", "CloseHandle").invokeInt(new Object[] {event});
    }
  }
}
