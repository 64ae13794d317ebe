import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Writes out what Java would put together at each start. A switch over types, and equals, hashCode
 * and toString of a record, are call sites that the class library links when they are first used,
 * by making a class or a tree of method handles for each; what Java 25 keeps ready (JEP 483) has
 * lambdas and the joining of strings, but not these. Here they become methods that say the same.
 */
final class LinkedAhead {
  private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final ClassDesc BUILDER = ClassDesc.of("java.lang.StringBuilder");
  private static final int PRIVATE =
      ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

  private final ClassFile format;
  private final ClassModel model;
  private final ClassDesc type;
  private final boolean isInterface;
  private final List<Made> made = new ArrayList<>();

  /** A method that stands for a call site. */
  private record Made(String name, MethodTypeDesc type, Consumer<CodeBuilder> code) {}

  private LinkedAhead(ClassFile format, ClassModel model) {
    this.format = format;
    this.model = model;
    this.type = model.thisClass().asSymbol();
    this.isInterface = model.flags().has(AccessFlag.INTERFACE);
  }

  /** The class with such methods; the content itself if there is nothing to write out. */
  static byte[] of(ClassFile format, byte[] content) {
    ClassModel model = format.parse(content);
    return model.methods().stream().anyMatch(LinkedAhead::hasOne)
        ? new LinkedAhead(format, model).written()
        : content;
  }

  private static boolean hasOne(MethodModel method) {
    return method.code().stream()
        .flatMap(code -> code.elementStream())
        .anyMatch(element -> element instanceof InvokeDynamicInstruction site && isOne(site));
  }

  private static boolean isOne(InvokeDynamicInstruction site) {
    ClassDesc owner = site.bootstrapMethod().owner();
    return owner.equals(RECORDS)
        || (owner.equals(SWITCHES)
            && site.bootstrapMethod().methodName().equals("typeSwitch")
            // constants of an enum, strings and numbers among the types are left to Java
            && site.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance));
  }

  private byte[] written() {
    byte[] content =
        format.transformClass(
            model,
            ClassTransform.transformingMethods(
                    LinkedAhead::hasOne,
                    (to, element) -> {
                      if (element instanceof CodeModel code) {
                        to.transformCode(code, this::replace);
                      } else {
                        to.with(element);
                      }
                    })
                .andThen(
                    ClassTransform.endHandler(
                        to -> {
                          for (Made method : made) {
                            to.withMethodBody(
                                method.name, method.type, PRIVATE, method.code::accept);
                          }
                        })));
    List<VerifyError> errors = format.verify(content);
    if (!errors.isEmpty()) {
      throw new IllegalStateException(type.displayName() + ": " + errors);
    }
    return content;
  }

  private void replace(CodeBuilder to, CodeElement element) {
    if (!(element instanceof InvokeDynamicInstruction site) || !isOne(site)) {
      to.with(element);
      return;
    }
    String name = "tandem$" + site.name().stringValue() + "$" + made.size();
    MethodTypeDesc called = site.typeSymbol();
    made.add(new Made(name, called, code(site)));
    to.invokestatic(type, name, called, isInterface);
  }

  private Consumer<CodeBuilder> code(InvokeDynamicInstruction site) {
    List<ConstantDesc> arguments = site.bootstrapArgs();
    if (site.bootstrapMethod().owner().equals(SWITCHES)) {
      return code -> typeSwitch(code, arguments);
    }
    // the record's class, the names of its components in one string, and a getter for each
    List<DirectMethodHandleDesc> fields =
        arguments.stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
    return switch (site.name().stringValue()) {
      case "equals" -> code -> equal(code, fields);
      case "hashCode" -> code -> hash(code, fields);
      case "toString" -> code -> text(code, fields);
      default -> throw new IllegalStateException("unknown to java.lang.runtime.ObjectMethods");
    };
  }

  /** {@code int (value, from)}: the first label from there on that the value is of. */
  private static void typeSwitch(CodeBuilder code, List<ConstantDesc> labels) {
    code.aload(0).ifThen(Opcode.IFNULL, none -> none.iconst_m1().ireturn());
    for (int i = 0; i < labels.size(); i++) {
      int index = i;
      ClassDesc label = (ClassDesc) labels.get(i);
      code.block(
          one ->
              one.iload(1)
                  .loadConstant(index)
                  .if_icmpgt(one.breakLabel())
                  .aload(0)
                  .instanceOf(label)
                  .ifeq(one.breakLabel())
                  .loadConstant(index)
                  .ireturn());
    }
    code.loadConstant(labels.size()).ireturn();
  }

  /** {@code boolean (record, object)} */
  private void equal(CodeBuilder code, List<DirectMethodHandleDesc> fields) {
    code.aload(0)
        .aload(1)
        .ifThen(Opcode.IF_ACMPEQ, same -> same.iconst_1().ireturn())
        .aload(1)
        .instanceOf(type)
        .ifThen(Opcode.IFEQ, other -> other.iconst_0().ireturn());
    for (DirectMethodHandleDesc field : fields) {
      code.aload(0);
      load(code, field);
      code.aload(1).checkcast(type);
      load(code, field);
      ClassDesc of = of(field);
      code.block(
          differ -> {
            switch (TypeKind.from(of)) {
              case BOOLEAN, BYTE, SHORT, CHAR, INT -> differ.if_icmpeq(differ.breakLabel());
              case LONG -> differ.lcmp().ifeq(differ.breakLabel());
              // NaN equals itself and 0.0 is not -0.0, as for Float and Double
              case FLOAT, DOUBLE ->
                  differ
                      .invokestatic(
                          boxed(of), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, of, of))
                      .ifeq(differ.breakLabel());
              case REFERENCE ->
                  differ
                      .invokestatic(
                          OBJECTS,
                          "equals",
                          MethodTypeDesc.of(
                              ConstantDescs.CD_boolean,
                              ConstantDescs.CD_Object,
                              ConstantDescs.CD_Object))
                      .ifne(differ.breakLabel());
              case VOID -> throw new IllegalStateException();
            }
            differ.iconst_0().ireturn();
          });
    }
    code.iconst_1().ireturn();
  }

  /** {@code int (record)} */
  private void hash(CodeBuilder code, List<DirectMethodHandleDesc> fields) {
    code.iconst_0();
    for (DirectMethodHandleDesc field : fields) {
      ClassDesc of = of(field);
      code.bipush(31).imul().aload(0);
      load(code, field);
      if (of.isPrimitive()) {
        code.invokestatic(boxed(of), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, of));
      } else {
        code.invokestatic(
            OBJECTS, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
      }
      code.iadd();
    }
    code.ireturn();
  }

  /** {@code String (record)} */
  private void text(CodeBuilder code, List<DirectMethodHandleDesc> fields) {
    code.new_(BUILDER).dup().invokespecial(BUILDER, "<init>", ConstantDescs.MTD_void);
    String before = simpleName() + "[";
    for (DirectMethodHandleDesc field : fields) {
      append(code.loadConstant(before + field.methodName() + "="), ConstantDescs.CD_String);
      code.aload(0);
      load(code, field);
      append(code, of(field));
      before = ", ";
    }
    append(code.loadConstant(fields.isEmpty() ? before + "]" : "]"), ConstantDescs.CD_String);
    code.invokevirtual(BUILDER, "toString", MethodTypeDesc.of(ConstantDescs.CD_String)).areturn();
  }

  private static void append(CodeBuilder code, ClassDesc value) {
    ClassDesc taken =
        switch (TypeKind.from(value)) {
          case BYTE, SHORT -> ConstantDescs.CD_int;
          case REFERENCE -> value.equals(ConstantDescs.CD_String) ? value : ConstantDescs.CD_Object;
          case BOOLEAN, CHAR, INT, LONG, FLOAT, DOUBLE -> value;
          case VOID -> throw new IllegalStateException();
        };
    code.invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, taken));
  }

  /** As {@link Class#getSimpleName()} says it. */
  private String simpleName() {
    return model.findAttribute(Attributes.innerClasses()).stream()
        .map(InnerClassesAttribute::classes)
        .flatMap(List::stream)
        .filter(inner -> inner.innerClass().asSymbol().equals(type))
        .map(InnerClassInfo::innerName)
        .flatMap(name -> name.stream().map(Objects::toString))
        .findFirst()
        .orElse(type.displayName());
  }

  private static void load(CodeBuilder code, DirectMethodHandleDesc field) {
    code.getfield(field.owner(), field.methodName(), of(field));
  }

  /** The type of a field: its getter takes the record. */
  private static ClassDesc of(DirectMethodHandleDesc getter) {
    return getter.invocationType().returnType();
  }

  private static ClassDesc boxed(ClassDesc primitive) {
    return switch (TypeKind.from(primitive)) {
      case BOOLEAN -> ConstantDescs.CD_Boolean;
      case BYTE -> ConstantDescs.CD_Byte;
      case SHORT -> ConstantDescs.CD_Short;
      case CHAR -> ConstantDescs.CD_Character;
      case INT -> ConstantDescs.CD_Integer;
      case LONG -> ConstantDescs.CD_Long;
      case FLOAT -> ConstantDescs.CD_Float;
      case DOUBLE -> ConstantDescs.CD_Double;
      case REFERENCE, VOID -> throw new IllegalArgumentException(primitive.displayName());
    };
  }
}
