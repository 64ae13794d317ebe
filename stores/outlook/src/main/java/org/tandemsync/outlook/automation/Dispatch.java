package org.tandemsync.outlook.automation;

/**
 * A counted reference to an object that is asked by name: IDispatch. Every {@link
 * Variant.Reference} that comes back is a reference of its own.
 *
 * <p>References are released by {@link #close}, never by the garbage collector: it runs late, on
 * another thread than the one that owns the object, and Outlook does not end while somebody holds
 * one. So whoever gets a reference closes it, most easily by try-with-resources.
 *
 * <p>All methods throw {@link AutomationException}.
 */
public interface Dispatch extends AutoCloseable {

  /** The value of a property. */
  Variant get(String property);

  /** Sets a property. */
  void put(String property, Variant value);

  /**
   * Calls a method.
   *
   * @return {@link Variant.Nothing} if the method returns nothing
   */
  Variant call(String method, Variant... arguments);

  /**
   * Releases the reference. Doing so again has no effect; any other call afterwards is an error.
   */
  @Override
  void close();
}
