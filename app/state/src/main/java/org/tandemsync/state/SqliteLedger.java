package org.tandemsync.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandemsync.items.Item;
import org.tandemsync.services.Decisions;
import org.tandemsync.services.Leases;
import org.tandemsync.services.json.LedgerJson;
import org.tandemsync.services.json.RecentItems;
import org.tandemsync.sync.Age;
import org.tandemsync.sync.Checkpoint;
import org.tandemsync.sync.Commit;
import org.tandemsync.sync.Conflict;
import org.tandemsync.sync.Decision;
import org.tandemsync.sync.Declared;
import org.tandemsync.sync.Deed;
import org.tandemsync.sync.Former;
import org.tandemsync.sync.Held;
import org.tandemsync.sync.Intent;
import org.tandemsync.sync.Ledger;
import org.tandemsync.sync.Link;
import org.tandemsync.sync.LinkHead;
import org.tandemsync.sync.LinkId;
import org.tandemsync.sync.PassedOver;
import org.tandemsync.sync.Quarantined;
import org.tandemsync.sync.Side;

/**
 * One ledger in SQLite.
 *
 * @param lease whose holder may commit, or null for a plan, which may not
 * @param run the run at work, 0 for a plan
 * @param forgetting whether revisions and checkpoints are to be read as if they were not there
 * @param unfamiliar whether the profile connected other folders before
 * @param items those that were written last
 */
record SqliteLedger(
    Database database,
    InstantSource clock,
    long id,
    Leases.@Nullable Lease lease,
    long run,
    boolean forgetting,
    boolean unfamiliar,
    RecentItems items)
    implements Ledger<Item> {

  SqliteLedger(
      Database database,
      InstantSource clock,
      long id,
      Leases.@Nullable Lease lease,
      long run,
      boolean forgetting,
      boolean unfamiliar) {
    this(database, clock, id, lease, run, forgetting, unfamiliar, new RecentItems());
  }

  @Override
  public List<LinkHead> heads() {
    return database.read(c -> links(c).heads());
  }

  @Override
  public Map<LinkId, Link<Item>> links(Collection<LinkId> ids) {
    return database.read(c -> links(c).links(ids));
  }

  private LinkRows links(Connection c) {
    return new LinkRows(database, c, id, forgetting);
  }

  @Override
  public int size() {
    return number("select count(*) from link where ledger = ?");
  }

  @Override
  public boolean isRestless() {
    return forgetting
        || number(
                """
                select exists (select 1 from link where ledger = ?
                  and (left_revision is null or right_revision is null
                    or waiting_restraint is not null))
                """)
            != 0;
  }

  private int number(String query) {
    return database.read(
        c -> {
          try (PreparedStatement s = c.prepareStatement(query)) {
            s.setLong(1, id);
            try (ResultSet r = s.executeQuery()) {
              return r.next() ? r.getInt(1) : 0;
            }
          }
        });
  }

  @Override
  public List<Intent<Item>> openIntents() {
    return database.read(
        c -> {
          List<Intent<Item>> intents = new ArrayList<>();
          try (PreparedStatement s =
              c.prepareStatement("select content from intent where ledger = ? order by link")) {
            s.setLong(1, id);
            try (ResultSet r = s.executeQuery()) {
              while (r.next()) {
                intents.add(database.decoded(r.getBytes(1), LedgerJson::readIntent));
              }
            }
          }
          return intents;
        });
  }

  @Override
  public Optional<Checkpoint> checkpoint(Side side) {
    return database.read(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement("select " + column(side) + " from ledger where id = ?")) {
            s.setLong(1, id);
            try (ResultSet r = s.executeQuery()) {
              String value = r.next() ? r.getString(1) : null;
              return value == null || forgetting
                  ? Optional.empty()
                  : Optional.of(new Checkpoint(value));
            }
          }
        });
  }

  private static String column(Side side) {
    return switch (side) {
      case LEFT -> "left_checkpoint";
      case RIGHT -> "right_checkpoint";
    };
  }

  @Override
  public List<PassedOver> passedOver(Side side) {
    return forgetting ? List.of() : database.read(c -> new PassedRows(c, id, side).all());
  }

  @Override
  public List<Former> formers(Collection<LinkId> links) {
    return database.read(c -> new PastRows(c, id).formers(links));
  }

  @Override
  public Map<LinkId, Age> ages() {
    return database.read(c -> new PastRows(c, id).ages());
  }

  @Override
  public Set<Side> putBack() {
    return database.read(c -> new PastRows(c, id).putBack());
  }

  @Override
  public List<Held> held() {
    return database.read(
        c -> new HeldRows(c, id).all().stream().map(Decisions.OnHold::held).toList());
  }

  @Override
  public List<Quarantined> quarantined() {
    return database.read(
        c ->
            new QuarantineRows(c, id)
                .all(clock.instant()).stream().map(Decisions.InQuarantine::item).toList());
  }

  @Override
  public List<Conflict<Item>> conflicts(Collection<LinkId> links) {
    return database.read(c -> new ConflictRows(database, c, id).of(links));
  }

  @Override
  public List<Decision<Item>> decisions() {
    return database.read(c -> new DecisionRows(database, c, id).all());
  }

  @Override
  public List<Declared> declared() {
    return database.read(c -> new DeclaredRows(c, id).all());
  }

  @Override
  public void commit(Commit<Item> commit) {
    Leases.Lease mine = holder();
    if (commit.isEmpty()) {
      return;
    }
    database.write(
        c -> {
          SqliteLeases.check(c, mine);
          note(c, commit.done());
          LinkRows links = links(c);
          links.remove(commit.remove());
          links.save(commit.save(), run, items);
          close(c, commit.close());
          open(c, commit.open());
          for (Conflict<Item> conflict : commit.conflicts()) {
            record(c, conflict);
          }
          for (Map.Entry<Side, Optional<Checkpoint>> e : commit.checkpoints().entrySet()) {
            Database.execute(
                c,
                "update ledger set " + column(e.getKey()) + " = ? where id = ?",
                e.getValue().map(Checkpoint::value).orElse(null),
                id);
          }
          QuarantineRows quarantine = new QuarantineRows(c, id);
          quarantine.drop(commit.recovered());
          quarantine.failed(commit.failed(), clock.instant());
          DecisionRows decisions = new DecisionRows(database, c, id);
          decisions.drop(commit.remove());
          decisions.drop(commit.decided());
          DeclaredRows declared = new DeclaredRows(c, id);
          declared.drop(commit.undeclare());
          declared.put(commit.declare());
          HeldRows held = new HeldRows(c, id);
          held.letGo(commit.letGo());
          held.hold(commit.hold(), run);
          new PastRows(c, id).putBack(commit.putBack());
          for (Side side : Side.values()) {
            PassedRows passed = new PassedRows(c, id, side);
            passed.lookAgain(commit.lookAgain().getOrDefault(side, List.of()));
            passed.pass(commit.pass().getOrDefault(side, List.of()));
          }
          return null;
        });
  }

  /** Takes a link from another ledger, with its conflicts. */
  void takeOver(Connection c, SqliteLedger from, Link<Item> link) throws SQLException {
    SqliteLeases.check(c, holder());
    SqliteLeases.check(c, from.holder());
    from.links(c).remove(List.of(link.id()));
    new DecisionRows(database, c, from.id).drop(List.of(link.id()));
    links(c).save(List.of(link), run, items);
    Database.execute(
        c,
        "update conflict set ledger = ? where ledger = ? and link = ?",
        id,
        from.id,
        link.id().value());
  }

  private Leases.Lease holder() {
    if (lease == null) {
      throw new IllegalStateException("a plan changes nothing");
    }
    return lease;
  }

  /** What an earlier run left open and this one found to be done belongs to the earlier one. */
  void note(Connection c, List<Deed<Item>> done) throws SQLException {
    if (done.isEmpty()) {
      return;
    }
    try (DeedRows rows = new DeedRows(c, id, clock.millis());
        PreparedStatement opened =
            c.prepareStatement("select run from intent where ledger = ? and link = ?")) {
      for (Deed<Item> deed : done) {
        opened.setLong(1, id);
        opened.setString(2, deed.link().value());
        long by;
        try (ResultSet r = opened.executeQuery()) {
          by = r.next() && r.getLong(1) != 0 ? r.getLong(1) : run;
        }
        rows.add(by, deed, true);
      }
    }
  }

  private void close(Connection c, List<LinkId> links) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("delete from intent where ledger = ? and link = ?")) {
      for (LinkId link : links) {
        s.setLong(1, id);
        s.setString(2, link.value());
        s.executeUpdate();
      }
    }
  }

  private void open(Connection c, List<Intent<Item>> intents) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("insert into intent (ledger, link, content, run) values (?, ?, ?, ?)")) {
      for (Intent<Item> intent : intents) {
        s.setLong(1, id);
        s.setString(2, intent.link().value());
        s.setBytes(3, Content.plain(LedgerJson.writeIntent(intent, items)));
        s.setLong(4, run);
        s.executeUpdate();
      }
    }
  }

  /** A conflict that equals the last one of its link is not recorded again. */
  private void record(Connection c, Conflict<Item> conflict) throws SQLException {
    Side winner = conflict.winner();
    Item base = conflict.base();
    Database.execute(
        c,
        """
        with new (ledger, at, link, title, left_item, right_item, clashes, winner, base)
          as (values (?, ?, ?, ?, ?, ?, ?, ?, ?))
        insert into conflict (ledger, at, link, title, left_item, right_item, clashes, winner, base)
        select * from new where not exists (
          select 1 from conflict k
          where k.id = (select max(id) from conflict
                        where ledger = new.ledger and link = new.link)
            and k.title = new.title and k.left_item = new.left_item
            and k.right_item = new.right_item and k.clashes = new.clashes
            and k.winner is new.winner)
        """,
        id,
        clock.millis(),
        conflict.link().value(),
        conflict.title(),
        Content.of(conflict.left()),
        Content.of(conflict.right()),
        LedgerJson.writeClashes(conflict.clashes()),
        winner == null ? null : winner.name(),
        base == null ? null : Content.of(base));
  }
}
