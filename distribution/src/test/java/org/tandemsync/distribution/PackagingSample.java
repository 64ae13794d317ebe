package org.tandemsync.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@link PackagingTest} has the packaging write out: records and switches over types. */
public final class PackagingSample {
  private PackagingSample() {}

  record Plain(
      boolean yes,
      byte small,
      short shorter,
      char letter,
      int number,
      long large,
      float rough,
      double fine,
      @Nullable String text,
      List<Long> list) {}

  record Empty() {}

  record Own(String text) {
    @Override
    public String toString() {
      return "own " + text;
    }
  }

  sealed interface Shape {
    /** In an interface, where a private method is called differently. */
    default String name() {
      return switch (this) {
        case Dot d -> "dot " + d;
        case Line l when l.length() > 10 -> "long line";
        case Line l when l.length() < 0 -> "impossible line";
        case Line l -> "line of " + l.length();
        case Group g -> "group of " + g.parts().size();
      };
    }
  }

  enum Dot implements Shape {
    ONE,
    TWO
  }

  record Line(int length) implements Shape {}

  record Group(List<Shape> parts) implements Shape {}

  private static String said(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case Dot.TWO -> "the second dot";
      case Line(int length) when length > 10 -> "long";
      case Integer i when i > 5 -> "a large number";
      case Integer i -> "number " + i;
      case CharSequence s -> "text of " + s.length();
      case Object other -> String.valueOf(other);
    };
  }

  private static String kind(@Nullable Object value) {
    return switch (value) {
      case String s -> "string " + s;
      case List<?> l when l.isEmpty() -> "empty list";
      case Plain p -> "plain " + p.number();
      case List<?> l -> "list of " + l.size();
      case null, default -> "other";
    };
  }

  /** Everything that the call sites answer, in words. */
  public static List<String> outcomes() {
    List<String> outcomes = new ArrayList<>();
    List<Object> values = values();
    List<@Nullable Object> others = new ArrayList<>(values);
    others.add(null);
    for (Object one : values) {
      outcomes.add(one + " " + one.hashCode());
      for (@Nullable Object other : others) {
        outcomes.add(String.valueOf(one.equals(other)));
      }
    }
    for (Shape shape : List.of(Dot.ONE, new Line(11), new Line(-1), new Line(3))) {
      outcomes.add(shape.name() + new Group(List.of(shape)).name());
    }
    List<@Nullable Object> asked = new ArrayList<>(values);
    asked.addAll(
        List.of(
            new Line(3), new Line(11), Dot.ONE, Dot.TWO, "words", 3, 7, List.of(), List.of(1), 2L));
    asked.add(null);
    for (Object value : asked) {
      outcomes.add(said(value) + ", " + kind(value));
    }
    return outcomes;
  }

  private static List<Object> values() {
    record Local(Object held) {}
    List<Object> values = new ArrayList<>(List.of(new Empty(), new Own("x"), new Local("y")));
    for (float rough : new float[] {0f, -0f, Float.NaN, 1.5f}) {
      for (double fine : new double[] {0, -0.0, Double.NaN, 1e300}) {
        values.add(plain(true, rough, fine, "text"));
      }
    }
    values.add(plain(false, 0, 0, null));
    values.add(plain(true, 0, 0, "text".toUpperCase(Locale.ROOT)));
    values.add(
        new Plain(true, (byte) -1, (short) -300, 'ä', 1 << 31, 1L << 40, 0, 0, "", List.of()));
    return values;
  }

  private static Plain plain(boolean yes, float rough, double fine, @Nullable String text) {
    return new Plain(yes, (byte) 1, (short) 2, 'c', 4, 5L, rough, fine, text, List.of(1L, 2L));
  }
}
