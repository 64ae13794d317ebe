package org.tandemsync.windows.automation;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.UUID;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.HResult;

/**
 * Where an object tells its events: IConnectionPoint (ocidl.h). All on the thread of the apartment.
 */
final class ConnectionPoint {
  private static final int FIND_CONNECTION_POINT = 4;
  private static final int ADVISE = 5;
  private static final int UNADVISE = 6;

  private final ComPointer point;
  private final int cookie;

  private ConnectionPoint(ComPointer point, int cookie) {
    this.point = point;
    this.cookie = cookie;
  }

  static ConnectionPoint advise(ComPointer source, UUID events, EventSink sink) {
    ComPointer container =
        source
            .query(Guid.CONNECTION_POINT_CONTAINER)
            .orElseThrow(() -> failed("IConnectionPointContainer", HResult.MAPI_E_NO_SUPPORT));
    ComPointer point;
    try (Memory iid = Guid.of(events);
        Memory place = ComPointer.pointer()) {
      int result = container.call(FIND_CONNECTION_POINT, iid, place);
      point =
          ComPointer.at(place)
              .filter(p -> result >= 0)
              .orElseThrow(() -> failed("FindConnectionPoint", new HResult(result)));
    } finally {
      container.release();
    }
    try (Memory cookie = new Memory(Integer.BYTES)) {
      Pointer address = sink.pointer().address();
      int result = point.call(ADVISE, address, cookie);
      if (result < 0) {
        point.release();
        throw failed("Advise", new HResult(result));
      }
      return new ConnectionPoint(point, cookie.getInt(0));
    }
  }

  private static AutomationException failed(String what, HResult result) {
    return new AutomationException(result, what, "its events cannot be heard");
  }

  /** Ends it; a program that is gone needs no word. */
  void unadvise() {
    int _ = point.call(UNADVISE, cookie);
    point.release();
  }
}
