package org.tandemsync.state;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandemsync.services.TrustedCertificates;

/** Accepted certificates in SQLite. */
record SqliteTrustedCertificates(Database database) implements TrustedCertificates {

  @Override
  public Optional<Accepted> at(String origin) {
    return all().stream().filter(a -> a.origin().equals(origin)).findFirst();
  }

  @Override
  public List<Accepted> all() {
    return database.read(
        c -> {
          List<Accepted> all = new ArrayList<>();
          try (PreparedStatement s =
                  c.prepareStatement("select * from trusted_certificate order by origin");
              ResultSet r = s.executeQuery()) {
            while (r.next()) {
              all.add(
                  new Accepted(
                      r.getString("origin"),
                      r.getString("fingerprint"),
                      r.getString("subject"),
                      Instant.ofEpochMilli(r.getLong("accepted_at"))));
            }
          }
          return all;
        });
  }

  @Override
  public void accept(Accepted certificate) {
    database.write(
        c ->
            Database.execute(
                c,
                "insert or replace into trusted_certificate"
                    + " (origin, fingerprint, subject, accepted_at) values (?, ?, ?, ?)",
                certificate.origin(),
                certificate.fingerprint(),
                certificate.subject(),
                certificate.at().toEpochMilli()));
  }

  @Override
  public boolean forget(String origin) {
    return database.write(
            c -> Database.execute(c, "delete from trusted_certificate where origin = ?", origin))
        > 0;
  }
}
