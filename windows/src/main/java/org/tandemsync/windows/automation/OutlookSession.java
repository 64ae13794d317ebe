package org.tandemsync.windows.automation;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandemsync.outlook.automation.Automation;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.EventListener;
import org.tandemsync.outlook.automation.EventSet;
import org.tandemsync.outlook.automation.Events;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.automation.Patience;
import org.tandemsync.outlook.automation.PatientDispatch;
import org.tandemsync.outlook.automation.Variant;

/** The Outlook of this session of Windows. */
public final class OutlookSession implements Automation, Events {
  private static final Logger LOG = LoggerFactory.getLogger(OutlookSession.class);

  private static final String PROGRAM = "Outlook.Application";
  private static final int LOCAL_SERVER = 4;
  private static final HResult CLASS_NOT_REGISTERED = new HResult(0x80040154);
  private static final HResult EXECUTION_FAILED = new HResult(0x80080005);

  private final Apartment apartment;
  private final ApartmentObjects objects;
  private final Dispatch outlook;
  private final boolean started;

  private OutlookSession(
      Apartment apartment, ApartmentObjects objects, Dispatch outlook, boolean started) {
    this.apartment = apartment;
    this.objects = objects;
    this.outlook = outlook;
    this.started = started;
  }

  /** Whether this is Windows, as {@code os.name} tells it; else nothing of this may be loaded. */
  public static boolean possible(String system) {
    return system.toLowerCase(Locale.ROOT).startsWith("windows");
  }

  /**
   * Takes the Outlook that runs, or does what is wanted where none does.
   *
   * @throws UnavailableException if this machine has no Outlook, or it cannot be had
   */
  public static OutlookSession open(WhenClosed whenClosed) throws UnavailableException {
    Apartment apartment = new Apartment();
    ApartmentObjects objects = new ApartmentObjects(apartment, new WindowsOleMemory());
    @Nullable OutlookSession session = null;
    try {
      Found found = apartment.on(() -> find(whenClosed));
      if (found.outlook() == null) {
        throw new UnavailableException(found.kind(), found.why());
      }
      session =
          new OutlookSession(apartment, objects, objects.object(found.outlook()), found.started());
      if (found.started()) {
        session.logOn();
      }
      return session;
    } finally {
      if (session == null) {
        apartment.close();
      }
    }
  }

  /**
   * Outlook, or why there is none.
   *
   * @param kind of no meaning where there is one
   */
  private record Found(
      @Nullable ComPointer outlook, boolean started, UnavailableException.Why kind, String why) {
    static Found of(ComPointer outlook, boolean started) {
      return new Found(outlook, started, UnavailableException.Why.REFUSED, "");
    }

    static Found none(UnavailableException.Why kind, String why) {
      return new Found(null, false, kind, why);
    }
  }

  private static Found find(WhenClosed whenClosed) {
    try (Memory id = Guid.of(Guid.NULL)) {
      int known =
          function("ole32", "CLSIDFromProgID").invokeInt(new Object[] {new WString(PROGRAM), id});
      if (known < 0) {
        return Found.none(
            UnavailableException.Why.NOT_INSTALLED,
            "classic Outlook is not installed on this machine (the new Outlook for Windows cannot"
                + " be used by other programs)");
      }
      Optional<ComPointer> running = running(id);
      if (running.isPresent()) {
        return Found.of(running.get(), false);
      }
      return switch (whenClosed) {
        case REFUSE -> Found.none(UnavailableException.Why.NOT_RUNNING, "Outlook is not running");
        case START_HIDDEN -> start(id);
      };
    }
  }

  private static Optional<ComPointer> running(Memory id) {
    try (Memory place = ComPointer.pointer()) {
      int result =
          function("oleaut32", "GetActiveObject").invokeInt(new Object[] {id, Pointer.NULL, place});
      Optional<ComPointer> unknown = result < 0 ? Optional.empty() : ComPointer.at(place);
      Optional<ComPointer> dispatch = unknown.flatMap(u -> u.query(Guid.DISPATCH));
      unknown.ifPresent(ComPointer::release);
      return dispatch;
    }
  }

  private static Found start(Memory id) {
    try (Memory iid = Guid.of(Guid.DISPATCH);
        Memory place = ComPointer.pointer()) {
      HResult result =
          new HResult(
              function("ole32", "CoCreateInstance")
                  .invokeInt(new Object[] {id, Pointer.NULL, LOCAL_SERVER, iid, place}));
      Optional<ComPointer> outlook = ComPointer.at(place);
      if (result.code() >= 0 && outlook.isPresent()) {
        return Found.of(outlook.get(), true);
      }
      return Found.none(
          result.equals(CLASS_NOT_REGISTERED)
              ? UnavailableException.Why.NOT_INSTALLED
              : UnavailableException.Why.REFUSED,
          result.equals(EXECUTION_FAILED)
              ? "Outlook could not be started for Tandem; if it runs as administrator, or Tandem"
                  + " does, run both the same way ("
                  + result
                  + ")"
              : result.equals(CLASS_NOT_REGISTERED)
                  ? "classic Outlook is not installed on this machine, or its installation needs a"
                      + " repair"
                  : "Outlook could not be started (" + result + ")");
    }
  }

  private static Function function(String library, String name) {
    return NativeLibrary.getInstance(library).getFunction(name);
  }

  /** Opens the usual profile, without asking anything; where a profile is open nothing happens. */
  private void logOn() {
    try (Dispatch application = application();
        Dispatch session = object(application.call("GetNamespace", Variant.of("MAPI")))) {
      Variant _ =
          session.call(
              "Logon", Variant.of(""), Variant.of(""), Variant.of(false), Variant.of(false));
    }
  }

  private static Dispatch object(Variant value) {
    if (value instanceof Variant.Reference(Dispatch object)) {
      return object;
    }
    throw new AutomationException(
        HResult.DISP_E_TYPEMISMATCH, PROGRAM, "Outlook answered " + value + " for an object");
  }

  @Override
  public Dispatch application() {
    Dispatch own =
        apartment.on(
            () -> {
              ComPointer pointer = ComDispatch.of(outlook);
              pointer.addRef();
              return objects.object(pointer);
            });
    return new PatientDispatch(own, Patience.USUAL, OutlookSession::pause);
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AutomationException(
          HResult.RPC_E_CALL_REJECTED, PROGRAM, "Outlook is busy, and waiting was ended");
    }
  }

  @Override
  public Events events() {
    return this;
  }

  @Override
  public Connection listen(Dispatch source, EventSet events, EventListener listener) {
    EventSink sink = new EventSink(events, listener, objects.variants());
    Dispatch plain = source instanceof PatientDispatch patient ? patient.inner() : source;
    ConnectionPoint point =
        apartment.on(() -> ConnectionPoint.advise(ComDispatch.of(plain), events.iid(), sink));
    return new Ended(apartment, point);
  }

  private static final class Ended implements Connection {
    private final Apartment apartment;
    private @Nullable ConnectionPoint point;

    Ended(Apartment apartment, ConnectionPoint point) {
      this.apartment = apartment;
      this.point = point;
    }

    @Override
    public synchronized void close() {
      ConnectionPoint open = point;
      point = null;
      if (open != null) {
        apartment.later(open::unadvise);
      }
    }
  }

  /** An Outlook that was started for this session, and that nobody has opened since, ends. */
  @Override
  public void close() {
    try {
      if (started && !seen()) {
        Variant _ = outlook.call("Quit");
      }
    } catch (AutomationException e) {
      LOG.info("Outlook has ended before: {}", HexFormat.of().toHexDigits(e.result().code()));
    } finally {
      outlook.close();
      apartment.close();
    }
  }

  private boolean seen() {
    for (String windows : new String[] {"Explorers", "Inspectors"}) {
      try (Dispatch open = object(outlook.get(windows))) {
        if (!open.get("Count").equals(Variant.of(0))) {
          return true;
        }
      }
    }
    return false;
  }
}
