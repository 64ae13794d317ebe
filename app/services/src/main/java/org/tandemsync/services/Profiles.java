package org.tandemsync.services;

import org.tandemsync.services.configuration.Configuration;

/** The stored accounts and profiles. */
public interface Profiles {

  Configuration configuration();

  /** Makes the stored accounts and profiles equal to these, all or nothing. */
  void replace(Configuration configuration);
}
