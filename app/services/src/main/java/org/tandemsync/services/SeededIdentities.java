package org.tandemsync.services;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.tandemsync.sync.Identities;
import org.tandemsync.sync.ItemId;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.Side;

/**
 * Identities of one ledger.
 *
 * @param seed the ledger's: the same item of the same folder gets the same UID in every run
 */
record SeededIdentities(String seed, RandomGenerator random) implements Identities {

  @Override
  public LinkId newLink() {
    return new LinkId(HexFormat.of().toHexDigits(random.nextLong()));
  }

  @Override
  public String uid(Side source, ItemId id) {
    return uid(seed + "/" + source.label(), id);
  }

  /** A UID that is always the same for an item of a folder. */
  static String uid(String folder, ItemId id) {
    return UUID.nameUUIDFromBytes((folder + "/" + id.value()).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
