package org.tandemsync.outlook;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tandemsync.items.Family;
import org.tandemsync.outlook.automation.AutomationException;
import org.tandemsync.outlook.automation.HResult;
import org.tandemsync.outlook.model.Account;
import org.tandemsync.outlook.model.Accounts;
import org.tandemsync.outlook.model.Folder;
import org.tandemsync.outlook.model.NameSpace;
import org.tandemsync.outlook.model.OlAccountType;
import org.tandemsync.outlook.model.OlDefaultFolders;
import org.tandemsync.outlook.model.Store;
import org.tandemsync.sync.StoreException;

/** Finds the mail account behind a folder: the one whose mail is delivered into the same store. */
record DeliveringAccounts(NameSpace session) {
  private static final Map<Family, OlDefaultFolders> USUAL =
      new EnumMap<>(
          Map.of(
              Family.EVENTS, OlDefaultFolders.olFolderCalendar,
              Family.TASKS, OlDefaultFolders.olFolderTasks,
              Family.CONTACTS, OlDefaultFolders.olFolderContacts));

  private record Known(String address, String user, boolean delivers) {}

  FolderAccount of(Folder folder) {
    try (Store store = folder.store()) {
      List<Known> known = known(store.storeID());
      Set<String> all = new LinkedHashSet<>();
      Set<Known> here = new LinkedHashSet<>();
      for (Known one : known) {
        if (!one.address().isEmpty()) {
          all.add(one.address());
          if (one.delivers()) {
            here.add(one);
          }
        }
      }
      if (here.size() != 1) {
        throw none(store.displayName(), here.stream().map(Known::address).toList(), all);
      }
      Known found = here.iterator().next();
      return new FolderAccount(found.address(), found.user(), usual(store));
    }
  }

  private static StoreException none(String store, List<String> here, Set<String> all) {
    return new StoreException(
        StoreException.Reason.NOT_FOUND,
        (here.isEmpty()
                ? "No mail account of Outlook delivers into \""
                    + store
                    + "\""
                    + (all.isEmpty() ? "" : "; there are " + String.join(", ", all))
                : "Several mail accounts of Outlook deliver into \""
                    + store
                    + "\": "
                    + String.join(", ", here))
            + ". Next step: name the address yourself: tandem discover ADDRESS");
  }

  private List<Known> known(String storeId) {
    List<Known> known = new ArrayList<>();
    try (Accounts accounts = session.accounts()) {
      for (int i = 1; i <= accounts.count(); i++) {
        try (Account account = accounts.item(i)) {
          String address = address(account);
          known.add(new Known(address, user(account, address), delivers(account, storeId)));
        }
      }
    }
    return known;
  }

  private static String address(Account account) {
    String smtp = account.smtpAddress().strip();
    String shown = account.displayName().strip();
    return !smtp.isEmpty() ? smtp : shown.indexOf('@') > 0 ? shown : "";
  }

  /**
   * Where the account is Exchange's, its user is one of the domain's, which no other server has.
   */
  private static String user(Account account, String address) {
    String user = signsInByName(account) ? account.userName().strip() : "";
    return user.isEmpty() ? address : user;
  }

  private static boolean signsInByName(Account account) {
    try {
      OlAccountType type = account.accountType();
      return type == OlAccountType.olImap || type == OlAccountType.olPop3;
    } catch (AutomationException e) {
      if (e.result().equals(HResult.DISP_E_TYPEMISMATCH)) {
        return false; // a kind that is newer than what we know
      }
      throw e;
    }
  }

  private static boolean delivers(Account account, String storeId) {
    Optional<Store> store = account.deliveryStore();
    if (store.isEmpty()) {
      return false;
    }
    try (Store into = store.get()) {
      return into.storeID().equalsIgnoreCase(storeId);
    }
  }

  private static Map<Family, String> usual(Store store) {
    Map<Family, String> usual = new EnumMap<>(Family.class);
    USUAL.forEach(
        (family, type) -> {
          try (Folder folder = store.getDefaultFolder(type)) {
            usual.put(family, FolderFacts.of(folder).path());
          } catch (AutomationException e) {
            if (e.result().gone() || e.result().busy()) {
              throw e;
            }
            // this mailbox has none: IMAP has no tasks
          }
        });
    return usual;
  }
}
