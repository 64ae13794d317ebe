package org.tandemsync.outlook.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemsync.items.Bytes;
import org.tandemsync.outlook.automation.Dispatch;
import org.tandemsync.outlook.automation.Variant;
import org.tandemsync.outlook.library.LibraryMember;
import org.tandemsync.outlook.library.TypeLibrary;

/**
 * Every member of our object model against Microsoft's type library: each method is called on a
 * {@link Probe}, so what is checked is what Outlook would be asked, and what is made of its answer.
 */
final class ModelContractTest {
  private static final TypeLibrary LIBRARY = TypeLibrary.outlook2010();

  /** Constants that are younger than Outlook 2010, each with Microsoft's page. */
  private static final Map<String, Integer> YOUNGER =
      // https://learn.microsoft.com/office/vba/api/outlook.olbusystatus
      Map.of("OlBusyStatus.olWorkingElsewhere", 4);

  /** Combinations of the constants of an enumeration are numbers here. */
  private static final Set<String> COMBINED = Set.of("DayOfWeekMask");

  static List<Class<?>> objects() {
    return types().filter(t -> OutlookObject.class.isAssignableFrom(t) && isFinal(t)).toList();
  }

  static List<Class<?>> enumerations() {
    return types().filter(t -> OlConstant.class.isAssignableFrom(t) && t.isEnum()).toList();
  }

  private static Stream<Class<?>> types() {
    try {
      Path root =
          Path.of(OutlookObject.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      String folder = OutlookObject.class.getPackageName();
      List<Class<?>> types = new ArrayList<>();
      try (var files = Files.list(root.resolve(folder.replace('.', '/')))) {
        for (Path file : files.sorted().toList()) {
          String name = file.getFileName().toString().replace(".class", "");
          if (!name.contains("$") && !name.equals("package-info")) {
            types.add(Class.forName(folder + "." + name));
          }
        }
      }
      return types.stream();
    } catch (IOException | URISyntaxException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isFinal(Class<?> type) {
    return Modifier.isFinal(type.getModifiers());
  }

  @ParameterizedTest
  @MethodSource("objects")
  void everyMemberIsInTheTypeLibrary(Class<?> type) throws ReflectiveOperationException {
    assertThat(LIBRARY.classes()).containsKey(type.getSimpleName());
    assertThat(asked(type)).isNotEmpty();
  }

  /** Calls every method of an object; the probe says what is wrong with what it is asked. */
  private static Collection<LibraryMember> asked(Class<?> type)
      throws ReflectiveOperationException {
    Set<LibraryMember> all = new HashSet<>();
    for (Method method : type.getMethods()) {
      if (!OutlookObject.class.isAssignableFrom(method.getDeclaringClass())
          || method.getDeclaringClass() == OutlookObject.class) {
        continue;
      }
      all.addAll(
          method.getParameterCount() > 0 && method.getParameterTypes()[0] == ContactText.class
              ? askedForTexts(type, method)
              : List.of(asked(type, method)));
    }
    return all;
  }

  private static LibraryMember asked(Class<?> type, Method method)
      throws ReflectiveOperationException {
    List<LibraryMember> asked = new ArrayList<>();
    Object[] arguments = new Object[method.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = sample(method.getParameters()[i]);
    }
    Object answer = method.invoke(object(type, asked), arguments);
    String name = type.getSimpleName() + "." + method.getName();
    assertThat(asked).as(name + " is one call").hasSize(1);
    LibraryMember member = asked.getFirst();
    boolean sets = member instanceof LibraryMember.Property && method.getParameterCount() == 1;
    assertThat(method.getName())
        .as(name)
        .isEqualToIgnoringCase((sets ? "set" : "") + member.name());
    types(member, method);
    answers(name, answer, member);
    return member;
  }

  private static Collection<LibraryMember> askedForTexts(Class<?> type, Method method)
      throws ReflectiveOperationException {
    List<LibraryMember> asked = new ArrayList<>();
    for (ContactText text : ContactText.values()) {
      Object[] arguments =
          method.getParameterCount() == 1 ? new Object[] {text} : new Object[] {text, "x"};
      method.invoke(object(type, asked), arguments);
    }
    assertThat(asked).hasSize(ContactText.values().length);
    return asked;
  }

  private static OutlookObject object(Class<?> type, Collection<LibraryMember> asked)
      throws ReflectiveOperationException {
    Dispatch probe = new Probe(type.getSimpleName(), asked);
    return (OutlookObject) type.getConstructor(Dispatch.class).newInstance(probe);
  }

  /** Enumerations and objects of parameters: a number or a reference alone does not tell. */
  private static void types(LibraryMember member, Method method) {
    List<String> wanted =
        switch (member) {
          case LibraryMember.Property p -> List.of(p.type());
          case LibraryMember.Method m ->
              m.parameters().stream().map(LibraryMember.Parameter::type).toList();
        };
    for (int i = 0; i < method.getParameterCount(); i++) {
      String type = wanted.get(i);
      if ((LIBRARY.isEnum(type) && !COMBINED.contains(member.name())) || LIBRARY.isObject(type)) {
        assertThat(method.getParameterTypes()[i].getSimpleName()).as("%s", method).isEqualTo(type);
      }
    }
  }

  private static void answers(String name, @Nullable Object answer, LibraryMember member) {
    Object value = answer instanceof Optional<?> found ? found.orElse(null) : answer;
    String type =
        switch (member) {
          case LibraryMember.Property p -> p.type();
          case LibraryMember.Method m -> m.type();
        };
    if (value instanceof OutlookObject object) {
      assertThat(((Probe) object.dispatch()).type())
          .as(name + " makes of its answer")
          .isEqualTo(value.getClass().getSimpleName());
    } else if (value instanceof OlConstant) {
      assertThat(value.getClass().getSimpleName()).as(name).isEqualTo(type);
    } else if (value instanceof LocalDateTime) {
      assertThat(value).as(name).isEqualTo(Probe.TIME);
    } else if (value instanceof String) {
      assertThat(value).as(name).isEqualTo(member.name());
    }
    if (answer == null) {
      assertThat(type.equals("void") || member instanceof LibraryMember.Property)
          .as("%s throws away a %s", name, type)
          .isTrue();
    }
  }

  private static Object sample(Parameter parameter) throws ReflectiveOperationException {
    Class<?> type = parameter.getType();
    if (type == String.class) {
      return "x";
    } else if (type == int.class) {
      return 1;
    } else if (type == boolean.class) {
      return true;
    } else if (type == LocalDateTime.class) {
      return Probe.TIME;
    } else if (type == Bytes.class) {
      return Bytes.EMPTY;
    } else if (type == Variant.class) {
      return Variant.NOTHING;
    } else if (type == List.class) {
      return List.of();
    } else if (type.isEnum()) {
      return Objects.requireNonNull(type.getEnumConstants())[0];
    }
    return object(type, new ArrayList<>());
  }

  @ParameterizedTest
  @MethodSource("enumerations")
  void constantsHaveTheirNamesAndValues(Class<?> type) {
    Map<String, Integer> known = LIBRARY.enums().get(type.getSimpleName());
    assertThat(known).as("%s in the type library", type).isNotNull();
    for (Object constant : Objects.requireNonNull(type.getEnumConstants())) {
      String name = ((Enum<?>) constant).name();
      int value = ((OlConstant) constant).value();
      Integer younger = YOUNGER.get(type.getSimpleName() + "." + name);
      if (younger == null) {
        assertThat(known).containsEntry(name, value);
      } else {
        assertThat(known).doesNotContainKey(name);
        assertThat(value).isEqualTo(younger);
      }
    }
  }

  /** The figure of docs/outlook.md. Fewer means that something is no longer looked at. */
  @Test
  void asManyAsThereAre() throws ReflectiveOperationException {
    Set<String> members = new TreeSet<>();
    for (Class<?> type : objects()) {
      asked(type).forEach(m -> members.add(type.getSimpleName() + "." + m.name()));
    }
    long constants =
        enumerations().stream()
            .mapToLong(t -> Objects.requireNonNull(t.getEnumConstants()).length)
            .sum();
    System.out.printf(
        "%d objects with %d members, %d enumerations with %d constants agree with the type"
            + " library%n",
        objects().size(), members.size(), enumerations().size(), constants);
    assertThat(objects()).hasSize(36);
    assertThat(members).hasSizeGreaterThanOrEqualTo(500);
  }
}
