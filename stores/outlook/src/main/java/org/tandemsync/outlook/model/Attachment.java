package org.tandemsync.outlook.model;

import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;

/**
 * An attachment. What it holds is reached by a file or by the MAPI property {@code
 * PidTagAttachDataBinary}.
 */
public final class Attachment extends OutlookObject {
  public Attachment(Dispatch dispatch) {
    super(dispatch);
  }

  public OlAttachmentBlockLevel blockLevel() {
    return constant(get("BlockLevel"), OlAttachmentBlockLevel.values());
  }

  public void delete() {
    call("Delete");
  }

  public String displayName() {
    return text(get("DisplayName"));
  }

  public void setDisplayName(String value) {
    put("DisplayName", Variant.of(value));
  }

  public String fileName() {
    return text(get("FileName"));
  }

  public int index() {
    return integer(get("Index"));
  }

  public String pathName() {
    return text(get("PathName"));
  }

  public int position() {
    return integer(get("Position"));
  }

  public void setPosition(int value) {
    put("Position", Variant.of(value));
  }

  public PropertyAccessor propertyAccessor() {
    return new PropertyAccessor(object(get("PropertyAccessor")));
  }

  public void saveAsFile(String path) {
    call("SaveAsFile", Variant.of(path));
  }

  public int size() {
    return integer(get("Size"));
  }

  public OlAttachmentType type() {
    return constant(get("Type"), OlAttachmentType.values());
  }
}
