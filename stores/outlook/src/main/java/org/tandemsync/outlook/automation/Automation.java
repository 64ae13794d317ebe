package org.tandemsync.outlook.automation;

/**
 * A session with Outlook, wherever it runs. Outlook's objects belong to one thread; the session
 * owns it. Calls to what comes out of {@link #application} may be made from any thread: each is
 * handed to that thread, and its caller waits for the answer.
 */
public interface Automation extends AutoCloseable {

  /**
   * A reference of its own to {@code Outlook.Application}, to be closed by the caller.
   *
   * @throws AutomationException if Outlook has ended and cannot be had again
   */
  Dispatch application();

  /** How its objects tell what happens to them. */
  Events events();

  /**
   * Releases what is still held and ends the thread. Outlook stays open if somebody sees it; one
   * that was started hidden for this session ends.
   */
  @Override
  void close();

  /** Opens sessions. */
  interface Opener {

    /**
     * Takes the Outlook that runs, or does what the profile says where none does.
     *
     * @throws UnavailableException if this machine has no Outlook, or it does not run and is not to
     *     be started
     */
    Automation open(WhenClosed whenClosed) throws UnavailableException;
  }

  /** What to do where Outlook does not run. */
  enum WhenClosed {
    /** It is started without a window. */
    START_HIDDEN,
    /** Nothing is done. */
    REFUSE
  }

  /** There is no Outlook to talk to; the message says why, and what a person can do. */
  final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Why why;

    public UnavailableException(Why why, String reason) {
      super(reason);
      this.why = why;
    }

    public Why why() {
      return why;
    }

    /** What callers treat differently. */
    public enum Why {
      /** It does not run, and was not to be started; a person may start it any time. */
      NOT_RUNNING,
      /** This machine has none that other programs can use. */
      NOT_INSTALLED,
      /** It is there, and did not let itself be started or used. */
      REFUSED
    }
  }
}
