package org.tandemsync.mapi;

import java.util.UUID;

/** The sets of named properties ([MS-OXPROPS] 1.3.2). */
public final class PropertySets {
  public static final UUID MAPI = UUID.fromString("00020328-0000-0000-c000-000000000046");
  public static final UUID PUBLIC_STRINGS = UUID.fromString("00020329-0000-0000-c000-000000000046");
  public static final UUID APPOINTMENT = UUID.fromString("00062002-0000-0000-c000-000000000046");
  public static final UUID TASK = UUID.fromString("00062003-0000-0000-c000-000000000046");
  public static final UUID ADDRESS = UUID.fromString("00062004-0000-0000-c000-000000000046");
  public static final UUID COMMON = UUID.fromString("00062008-0000-0000-c000-000000000046");
  public static final UUID MEETING = UUID.fromString("6ed8da90-450b-101b-98da-00aa003f1305");

  private PropertySets() {}
}
