package org.tandemsync.distribution;

import org.jspecify.annotations.Nullable;
import org.tandemsync.pst.Examination;
import org.tandemsync.services.Doctor;
import org.tandemsync.services.configuration.Endpoint;

/** Asks the strict checker of data files. */
final class PstDoctor implements Doctor {

  @Override
  public Diagnosis examine(Endpoint.Pst at) {
    Examination found = Examination.of(at.file());
    Examination.@Nullable Extent extent = found.extent();
    return new Diagnosis(
        extent == null ? null : new Extent(extent.folders(), extent.items()),
        found.defects().stream()
            .map(d -> new Finding(d.subject(), d.harmless(), d.where(), d.what()))
            .toList());
  }
}
