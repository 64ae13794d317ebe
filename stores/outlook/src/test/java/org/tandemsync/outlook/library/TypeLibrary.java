package org.tandemsync.outlook.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Outlook 2010's type library (version 9.4), read from {@code index.d.ts} of the npm package {@code
 * @types/activex-outlook}, whose definitions were generated from Microsoft's library.
 *
 * @param classes the members of each object by name
 * @param enums the values of each enumeration by the names of its constants
 * @param events the names of the arguments of each event, by object and name of the event
 */
public record TypeLibrary(
    Map<String, Map<String, LibraryMember>> classes,
    Map<String, Map<String, Integer>> enums,
    Map<String, Map<String, List<String>>> events) {

  private static final Pattern CLASS =
      Pattern.compile("^ {4}class (\\w+) \\{\\n(.*?)^ {4}}", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern ENUM =
      Pattern.compile(
          "^ {4}const enum (\\w+) \\{\\n(.*?)^ {4}}", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern CONSTANT = Pattern.compile("(\\w+) = (-?\\w+),");
  private static final Pattern PROPERTY = Pattern.compile("(readonly )?(\\w+): ([\\w.]+);");
  private static final Pattern METHOD = Pattern.compile("(\\w+)\\((.*)\\): ([\\w.]+);");
  private static final Pattern PARAMETER = Pattern.compile("(\\w+)(\\??): (\\w+)[^,]*");
  private static final Pattern EVENT =
      Pattern.compile(
          "on\\(\\s*obj: Outlook\\.(\\w+),\\s*event:([^\\[(]*?),\\s*(?:argNames:"
              + " \\[(.*?)],\\s*)?handler");
  private static final Pattern QUOTED = Pattern.compile("\"(\\w+)\"");

  private static final TypeLibrary OUTLOOK_2010 = parse(resource());

  public static TypeLibrary outlook2010() {
    return OUTLOOK_2010;
  }

  public Map<String, LibraryMember> members(String type) {
    return Objects.requireNonNull(classes.get(type), () -> "no object " + type);
  }

  public Optional<LibraryMember> member(String type, String name) {
    return Optional.ofNullable(members(type).get(name));
  }

  public Map<String, Integer> constants(String type) {
    return Objects.requireNonNull(enums.get(type), () -> "no enumeration " + type);
  }

  public boolean isObject(String type) {
    return classes.containsKey(type);
  }

  public boolean isEnum(String type) {
    return enums.containsKey(type);
  }

  private static String resource() {
    try (InputStream in =
        Objects.requireNonNull(
            TypeLibrary.class.getResourceAsStream("/activex-outlook/index.d.ts"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TypeLibrary parse(String text) {
    Map<String, Map<String, LibraryMember>> classes = new LinkedHashMap<>();
    Matcher type = CLASS.matcher(text);
    while (type.find()) {
      classes.put(type.group(1), members(type.group(1), type.group(2)));
    }
    Map<String, Map<String, Integer>> enums = new LinkedHashMap<>();
    Matcher constants = ENUM.matcher(text);
    while (constants.find()) {
      enums.put(constants.group(1), constantsIn(constants.group(2)));
    }
    return new TypeLibrary(classes, enums, events(text));
  }

  private static Map<String, LibraryMember> members(String type, String body) {
    Map<String, LibraryMember> members = new LinkedHashMap<>();
    // declarations that take several lines are indented further, and end on a line that is not
    String joined = body.replaceAll("\\n {12,}", " ").replaceAll("\\n {8}\\)", ")");
    for (String declaration : joined.lines().map(String::strip).toList()) {
      if (declaration.startsWith("private")) {
        continue; // of the definitions, not of Outlook
      }
      Matcher property = PROPERTY.matcher(declaration);
      Matcher method = METHOD.matcher(declaration);
      if (property.matches()) {
        members.put(
            property.group(2),
            new LibraryMember.Property(
                property.group(2), property.group(1) != null, property.group(3)));
      } else if (method.matches()) {
        // of several forms the first: they differ only in which class a constant stands for
        members.putIfAbsent(
            method.group(1),
            new LibraryMember.Method(
                method.group(1), parameters(method.group(2)), method.group(3)));
      } else {
        throw new IllegalStateException("cannot read in " + type + ": " + declaration);
      }
    }
    return members;
  }

  private static List<LibraryMember.Parameter> parameters(String list) {
    List<LibraryMember.Parameter> parameters = new ArrayList<>();
    Matcher parameter = PARAMETER.matcher(list);
    while (parameter.find()) {
      parameters.add(
          new LibraryMember.Parameter(
              parameter.group(1), !parameter.group(2).isEmpty(), parameter.group(3)));
    }
    return parameters;
  }

  private static Map<String, Integer> constantsIn(String body) {
    Map<String, Integer> constants = new LinkedHashMap<>();
    Matcher constant = CONSTANT.matcher(body);
    while (constant.find()) {
      constants.put(constant.group(1), Integer.decode(constant.group(2)));
    }
    return constants;
  }

  private static Map<String, Map<String, List<String>>> events(String text) {
    Map<String, Map<String, List<String>>> events = new LinkedHashMap<>();
    Matcher event = EVENT.matcher(text);
    while (event.find()) {
      String arguments = event.group(3) == null ? "" : event.group(3);
      for (String name : quoted(event.group(2))) {
        events
            .computeIfAbsent(event.group(1), _ -> new LinkedHashMap<>())
            .put(name, quoted(arguments));
      }
    }
    return events;
  }

  private static List<String> quoted(String list) {
    return QUOTED.matcher(list).results().map(m -> m.group(1)).toList();
  }
}
