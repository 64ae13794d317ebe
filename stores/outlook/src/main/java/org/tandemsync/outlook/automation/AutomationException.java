package org.tandemsync.outlook.automation;

/** A call to an object failed. */
public final class AutomationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient HResult result;

  /**
   * @param member what was asked for, such as {@code Items.Restrict}
   * @param description what the object says about it, in the language of Windows
   */
  public AutomationException(HResult result, String member, String description) {
    super(member + ": " + description + " (" + result + ")");
    this.result = result;
  }

  public HResult result() {
    return result;
  }
}
