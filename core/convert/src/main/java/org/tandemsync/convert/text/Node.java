package org.tandemsync.convert.text;

/** What a component is made of. */
public sealed interface Node permits ContentLine, Component {

  /** The number of its first physical line from 1, or 0 if it was not read from a text. */
  int lineNumber();

  /** Writes it; what was read and not replaced exactly as it was read. */
  void writeTo(LineWriter out);
}
