package org.tandemsync.dav.store;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract for tasks on the real server that the environment names. */
@EnabledIfEnvironmentVariable(named = CompatServer.URL, matches = ".+")
class TasksCompatIT extends CompatContract {
  @Override
  Sample sample() {
    return Sample.tasks();
  }
}
