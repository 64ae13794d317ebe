package org.tandemsync.dav.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;

/**
 * What a new collection is made with.
 *
 * @param texts properties of plain text, in the order in which they are sent
 * @param components what a calendar takes (VEVENT, VTODO); empty: the server decides
 */
public record NewProperties(Map<QName, String> texts, List<String> components) {
  public NewProperties {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    components = List.copyOf(components);
  }
}
