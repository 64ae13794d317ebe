package org.tandemsync.distribution;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The rings, the names, and what may not be taken from the machine: docs/architecture.md. */
@AnalyzeClasses(
    packages = "org.tandemsync",
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      ArchitectureTest.WithoutTestsOfModules.class
    })
final class ArchitectureTest {
  /** Some modules lend their tests to others, as a package of their own. */
  static final class WithoutTestsOfModules implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final String ITEMS = "org.tandemsync.items..";
  private static final String SYNC = "org.tandemsync.sync..";
  private static final String CONVERT = "org.tandemsync.convert..";
  private static final String SERVICES = "org.tandemsync.services..";
  private static final String STATE = "org.tandemsync.state..";
  private static final String CLI = "org.tandemsync.cli..";
  private static final String DISTRIBUTION = "org.tandemsync.distribution..";
  private static final String TESTKIT = "org.tandemsync.testkit..";
  private static final String WINDOWS = "org.tandemsync.windows..";
  private static final String[] STORES = {
    "org.tandemsync.pst..",
    "org.tandemsync.dav..",
    "org.tandemsync.folder..",
    "org.tandemsync.outlook.."
  };
  private static final String MAPI = "org.tandemsync.mapi..";

  // ---- The rings: each module and all of ours that it may know

  @ArchTest static final ArchRule items = knows(ITEMS);

  @ArchTest static final ArchRule sync = knows(SYNC);

  @ArchTest static final ArchRule convert = knows(CONVERT, ITEMS);

  @ArchTest static final ArchRule mapi = knows(MAPI, SYNC, ITEMS);

  @ArchTest static final ArchRule pst = knows(STORES[0], MAPI, SYNC, ITEMS);

  @ArchTest static final ArchRule dav = knows(STORES[1], SYNC, ITEMS, CONVERT);

  @ArchTest static final ArchRule folder = knows(STORES[2], SYNC, ITEMS, CONVERT);

  @ArchTest static final ArchRule outlook = knows(STORES[3], MAPI, SYNC, ITEMS);

  @ArchTest static final ArchRule windows = knows(WINDOWS, STORES[3], SYNC, ITEMS);

  /** It loads native code of other systems. */
  @ArchTest
  static final ArchRule onlyWindowsKnowsJna =
      noClasses()
          .that()
          .resideOutsideOfPackage(WINDOWS)
          .should()
          .dependOnClassesThat(resideInAPackage("com.sun.jna.."));

  @ArchTest static final ArchRule services = knows(SERVICES, SYNC, ITEMS);

  @ArchTest static final ArchRule state = knows(STATE, SERVICES, SYNC, ITEMS);

  @ArchTest static final ArchRule cli = knows(CLI, SERVICES, SYNC, ITEMS);

  @ArchTest static final ArchRule testkit = knows(TESTKIT, SYNC, ITEMS);

  @ArchTest
  static final ArchRule everyClassIsInAModule =
      classes()
          .should()
          .resideInAnyPackage(
              ITEMS,
              SYNC,
              CONVERT,
              MAPI,
              STORES[0],
              STORES[1],
              STORES[2],
              STORES[3],
              SERVICES,
              STATE,
              CLI,
              WINDOWS,
              TESTKIT,
              DISTRIBUTION);

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices()
          .matching("org.tandemsync.(**)")
          .should()
          .beFreeOfCycles()
          // the entrance to the lenses stands beside what they implement
          .ignoreDependency(
              nameMatching("org\\.tandemsync\\.convert\\.Lenses"), DescribedPredicate.alwaysTrue());

  @ArchTest
  static final ArchRule itemsAndEngineNeedOnlyTheJdk =
      classes()
          .that()
          .resideInAnyPackage(ITEMS, SYNC)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "org.jspecify..", ITEMS, SYNC)
                  .or(DescribedPredicate.describe("arrays", JavaClass::isPrimitive)));

  private static ArchRule knows(String module, String... others) {
    DescribedPredicate<JavaClass> foreign =
        resideInAPackage("org.tandemsync..")
            .and(DescribedPredicate.not(resideInAPackage(module)))
            .and(DescribedPredicate.not(resideInAnyPackage(others)));
    return noClasses()
        .that()
        .resideInAPackage(module)
        .should()
        .dependOnClassesThat(foreign)
        .as(module + " knows of ours only " + String.join(", ", others));
  }

  // ---- The core: no I/O, no threads

  private static final Set<String> HARMLESS =
      Set.of(
          "java.io.Serializable",
          "java.io.ByteArrayInputStream",
          "java.io.ByteArrayOutputStream",
          "java.io.ObjectStreamException",
          "java.net.URI",
          "java.net.URISyntaxException",
          // What lenses remember (zones) is shared by the threads of a store; it starts none.
          "java.util.concurrent.ConcurrentHashMap");

  @ArchTest
  static final ArchRule coreIsPure =
      noClasses()
          .that()
          .resideInAnyPackage(ITEMS, SYNC, CONVERT)
          .and(DescribedPredicate.not(nameMatching(".*\\.WindowsZones"))) // its own resource
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.io..",
                      "java.nio.file..",
                      "java.nio.channels..",
                      "java.net..",
                      "java.util.concurrent..",
                      "java.sql..",
                      "java.util.logging..",
                      "org.slf4j..")
                  .or(nameMatching("java\\.lang\\.(Thread|Process|ProcessBuilder|Runtime)"))
                  .and(
                      DescribedPredicate.describe(
                          "that do something", c -> !HARMLESS.contains(c.getName()))))
          .because("the core means things, it does not do them");

  // ---- Clock, zone, locale and chance are parameters

  @ArchTest
  static final ArchRule timeIsAParameter =
      noClasses()
          .that()
          .resideOutsideOfPackages(DISTRIBUTION, TESTKIT)
          .should(
              callMethodWhere(
                  calls(
                      "java\\.time\\..*\\.(now|systemUTC|systemDefaultZone|systemDefault|system)",
                      "java\\.lang\\.System\\.currentTimeMillis",
                      "java\\.util\\.TimeZone\\.getDefault",
                      "java\\.util\\.Calendar\\.getInstance",
                      "java\\.util\\.Locale\\.getDefault")));

  @ArchTest
  static final ArchRule chanceIsAParameterOfCoreAndServices =
      noClasses()
          .that()
          .resideInAnyPackage(ITEMS, SYNC, CONVERT, SERVICES)
          .should(
              callMethodWhere(
                  calls(
                      "java\\.util\\.UUID\\.randomUUID",
                      "java\\.lang\\.Math\\.random",
                      "java\\.util\\.concurrent\\.ThreadLocalRandom\\.current",
                      "java\\.util\\.random\\.RandomGenerator\\.(getDefault|of)")));

  @ArchTest
  static final ArchRule lettersNeedALocale =
      noClasses()
          .should(
              callMethodWhere(
                  DescribedPredicate.describe(
                      "a method of the default locale",
                      call ->
                          call.getTargetOwner().isEquivalentTo(String.class)
                              && (changesCase(call) || formatsWithoutLocale(call)))));

  private static boolean changesCase(JavaMethodCall call) {
    return Set.of("toLowerCase", "toUpperCase").contains(call.getName())
        && call.getTarget().getRawParameterTypes().isEmpty();
  }

  private static boolean formatsWithoutLocale(JavaMethodCall call) {
    return call.getName().equals("format")
        && call.getTarget().getRawParameterTypes().getFirst().isEquivalentTo(String.class);
  }

  @ArchTest
  static final ArchRule onlyTheFacesPrint =
      noClasses()
          .that()
          .resideOutsideOfPackages(CLI, TESTKIT)
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  private static DescribedPredicate<JavaMethodCall> calls(String... methods) {
    return DescribedPredicate.describe(
        "one of " + String.join(", ", methods),
        call -> {
          String name = call.getTargetOwner().getName() + "." + call.getName();
          for (String method : methods) {
            if (name.matches(method) && call.getTarget().getRawParameterTypes().isEmpty()) {
              return true;
            }
          }
          return false;
        });
  }

  // ---- Names and packages

  @ArchTest
  static final ArchRule namesSaySomething =
      noClasses()
          .should()
          .haveNameMatching(
              ".*(Manager|Helper|Helpers|Util|Utils|Utility|Impl|Common|Misc|Base|Data|Info)(\\$.*)?")
          .because("these words say nothing");

  @ArchTest
  static final ArchRule packagesAreNullMarked =
      classes()
          .should(
              new ArchCondition<>("be in a package with a package-info that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(
                        SimpleConditionEvent.violated(
                            type, type.getPackageName() + " is not @NullMarked"));
                  }
                }
              });
}
