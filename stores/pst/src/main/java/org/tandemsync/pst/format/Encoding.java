package org.tandemsync.pst.format;

import java.util.HexFormat;

/**
 * How data blocks are encoded ([MS-PST] 5.1 and 5.2). No secret is involved: the tables are
 * published, and the key of the cyclic algorithm is the block's own id.
 */
public enum Encoding {
  NONE,
  PERMUTE,
  CYCLIC;

  /** mpbbR of [MS-PST] 5.1. */
  private static final int[] R =
      table(
          """
          41361362a8216ebbf416cc047f64e85d
          1ef2cb2a74c55e35d295479e962d9a88
          4c7d843fdbac31b6485ff6c4d8398be7
          233b388ec8c1df25b120a546604e9cfb
          aad35651457c550007c92b9d859b09a0
          8fadb30f63ab894bd7a7155a716642bf
          264a6b98faea7753b270052cfd593a86
          7ece06eb827857c78d43afb41cd45bcd
          e2e9274fc3087280cfb0eff5286dbe30
          4d3492d50e3c2232e5e4f99fc2d10a81
          12e1ee918376e397e6618a1779a4b7dc
          907a5c8c02a6ca69de501a1193b95287
          58fced1d37491b6ae0293399bd6cd994
          f340546ff0c673b8d63e6518441fdd67
          10f10c19ecae03a1147ba90bfff8a3c0
          a201f72ebc2468750dfeba2fb5d0da3d
          """);

  /** mpbbS of [MS-PST] 5.1, its own inverse. */
  private static final int[] S =
      table(
          """
          14530f56b3c87a9ceb65481716159f02
          cc547c83000d0c0ba262a876dbd9edc7
          c5a4dcac8574d6d0a79bae9a967166c3
          6399b8dd73928e847da55ed15d93b157
          5150808952944f4e0a6bbc8d7f6e4746
          4140440111cb033ff7f4e1a98f3c3af9
          fbf0193082092ec99da08649ee6f4d6d
          c42d813425871b88aafc06a11238fd4c
          4272641337246a757743ffe6b44b365c
          e4d8353d45b92cecb7312b290768a30e
          697b189e2139be281a5b78f523ca2ab0
          af3efe048ce7e5983295d3f64ae8a6ea
          e9f3d52f7020f21f0567ad5510cecde3
          273bdabad7c226d4911dd21c2233f8fa
          f15aefcf90b68bb5bdc0bf08971e6ce2
          61e0c6c159abbb58de5fdf60797eb28a
          """);

  /** mpbbI of [MS-PST] 5.1, the inverse of {@link #R}. */
  private static final int[] I = inverse(R);

  private static int[] table(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace("\n", ""));
    int[] table = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      table[i] = bytes[i] & 0xFF;
    }
    return table;
  }

  private static int[] inverse(int[] table) {
    int[] inverse = new int[table.length];
    for (int i = 0; i < table.length; i++) {
      inverse[table[i]] = i;
    }
    return inverse;
  }

  /** Decodes the content of the data block {@code id} in place. */
  public void decode(byte[] data, int length, long id) {
    switch (this) {
      case NONE -> {}
      case PERMUTE -> permute(data, length, I);
      case CYCLIC -> cycle(data, length, id);
    }
  }

  /** Encodes the content of the data block {@code id} in place. */
  public void encode(byte[] data, int length, long id) {
    switch (this) {
      case NONE -> {}
      case PERMUTE -> permute(data, length, R);
      case CYCLIC -> cycle(data, length, id);
    }
  }

  private static void permute(byte[] data, int length, int[] table) {
    for (int i = 0; i < length; i++) {
      data[i] = (byte) table[data[i] & 0xFF];
    }
  }

  /** One routine for both directions. */
  private static void cycle(byte[] data, int length, long id) {
    int key = (int) (id ^ id >>> 16) & 0xFFFF;
    for (int i = 0; i < length; i++) {
      int low = key & 0xFF;
      int high = key >>> 8;
      int b = R[data[i] + low & 0xFF];
      b = S[b + high & 0xFF];
      b = I[b - high & 0xFF];
      data[i] = (byte) (b - low);
      key = key + 1 & 0xFFFF;
    }
  }
}
