package org.tandemsync.services.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * An object that is made by a builder: one line for each of its members, left out while it has the
 * value of a new one.
 *
 * @param <T> the object
 * @param <B> its builder
 */
final class BuiltForm<T, B> implements Form<T> {
  private final Supplier<B> builder;
  private final Function<B, T> build;
  private final T blank;
  private final List<Member<T, B, ?>> members = new ArrayList<>();

  BuiltForm(Supplier<B> builder, Function<B, T> build) {
    this.builder = builder;
    this.build = build;
    this.blank = build.apply(builder.get());
  }

  /**
   * @param usual what a new object has
   */
  private record Member<T, B, V>(
      String name,
      Function<T, @Nullable V> get,
      BiConsumer<B, V> set,
      Form<V> form,
      @Nullable V usual) {

    void write(JsonGenerator out, T value) {
      V member = get.apply(value);
      if (member != null && !member.equals(usual)) {
        out.writeName(name);
        form.write(out, member);
      }
    }

    void read(In in, B builder) {
      V member = in.value(name, form);
      if (member != null) {
        set.accept(builder, member);
      }
    }
  }

  <V> BuiltForm<T, B> with(
      String name, Function<T, @Nullable V> get, BiConsumer<B, V> set, Form<V> form) {
    members.add(new Member<>(name, get, set, form, get.apply(blank)));
    return this;
  }

  BuiltForm<T, B> text(String name, Function<T, @Nullable String> get, BiConsumer<B, String> set) {
    return with(name, get, set, TEXT);
  }

  List<String> names() {
    return members.stream().map(Member::name).toList();
  }

  @Override
  public void write(JsonGenerator out, T value) {
    out.writeStartObject();
    writeMembers(out, value);
    out.writeEndObject();
  }

  void writeMembers(JsonGenerator out, T value) {
    writeMembers(out, value, name -> true);
  }

  void writeMembers(JsonGenerator out, T value, Predicate<String> wanted) {
    members.stream().filter(m -> wanted.test(m.name())).forEach(m -> m.write(out, value));
  }

  @Override
  public T read(Json json) {
    return read(Form.members(json));
  }

  T read(Map<String, Json> values) {
    B into = builder.get();
    In in = new In(values);
    members.forEach(m -> m.read(in, into));
    return build.apply(into);
  }
}
