package org.tandemsync.outlook.model;

import java.time.LocalDateTime;
import java.util.List;
import org.tandemsync.items.Bytes;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/**
 * MAPI properties by their schema names, several with one call. Dates are UTC. A property that is
 * not there is an error in its place of the answer, and so is one of more than 4,088 bytes in a
 * store that is not at hand.
 */
public final class PropertyAccessor extends OutlookObject {
  public PropertyAccessor(Dispatch dispatch) {
    super(dispatch);
  }

  public String binaryToString(Bytes value) {
    return text(call("BinaryToString", Variant.of(value)));
  }

  public List<Variant> deleteProperties(List<String> schemaNames) {
    return vector(call("DeleteProperties", Variant.of(schemaNames)));
  }

  public void deleteProperty(String schemaName) {
    call("DeleteProperty", Variant.of(schemaName));
  }

  public List<Variant> getProperties(List<String> schemaNames) {
    return vector(call("GetProperties", Variant.of(schemaNames)));
  }

  public Variant getProperty(String schemaName) {
    return call("GetProperty", Variant.of(schemaName));
  }

  public LocalDateTime localTimeToUTC(LocalDateTime value) {
    return date(call("LocalTimeToUTC", Variant.of(value)));
  }

  public List<Variant> setProperties(List<String> schemaNames, List<Variant> values) {
    return vector(call("SetProperties", Variant.of(schemaNames), new Variant.Vector(values)));
  }

  public void setProperty(String schemaName, Variant value) {
    call("SetProperty", Variant.of(schemaName), value);
  }

  public Bytes stringToBinary(String value) {
    return bytes(call("StringToBinary", Variant.of(value)));
  }

  public LocalDateTime utcToLocalTime(LocalDateTime value) {
    return date(call("UTCToLocalTime", Variant.of(value)));
  }
}
