package org.tandemsync.pst;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tandemsync.items.Family;

/** What Outlook calls its default folders in the language of its user. */
record FolderNames(String deletedItems, String calendar, String contacts, String tasks) {

  private static final FolderNames ENGLISH =
      new FolderNames("Deleted Items", "Calendar", "Contacts", "Tasks");

  private static final Map<String, FolderNames> BY_LANGUAGE =
      Map.ofEntries(
          names("cs", "Odstraněná pošta", "Kalendář", "Kontakty", "Úkoly"),
          names("da", "Slettet post", "Kalender", "Kontaktpersoner", "Opgaver"),
          names("de", "Gelöschte Elemente", "Kalender", "Kontakte", "Aufgaben"),
          names("el", "Διαγραμμένα", "Ημερολόγιο", "Επαφές", "Εργασίες"),
          names("es", "Elementos eliminados", "Calendario", "Contactos", "Tareas"),
          names("fi", "Poistetut", "Kalenteri", "Yhteystiedot", "Tehtävät"),
          names("fr", "Éléments supprimés", "Calendrier", "Contacts", "Tâches"),
          names("hu", "Törölt elemek", "Naptár", "Névjegyek", "Feladatok"),
          names("it", "Posta eliminata", "Calendario", "Contatti", "Attività"),
          names("ja", "削除済みアイテム", "予定表", "連絡先", "タスク"),
          names("ko", "지운 편지함", "일정", "연락처", "작업"),
          names("nb", "Slettede elementer", "Kalender", "Kontakter", "Oppgaver"),
          names("nl", "Verwijderde items", "Agenda", "Contactpersonen", "Taken"),
          names("pl", "Elementy usunięte", "Kalendarz", "Kontakty", "Zadania"),
          names("pt", "Itens Eliminados", "Calendário", "Contactos", "Tarefas"),
          names("pt-BR", "Itens Excluídos", "Calendário", "Contatos", "Tarefas"),
          names("ro", "Elemente șterse", "Calendar", "Persoane de contact", "Activități"),
          names("ru", "Удаленные", "Календарь", "Контакты", "Задачи"),
          names("sk", "Odstránené položky", "Kalendár", "Kontakty", "Úlohy"),
          names("sv", "Borttaget", "Kalender", "Kontakter", "Uppgifter"),
          names("tr", "Silinmiş Öğeler", "Takvim", "Kişiler", "Görevler"),
          names("uk", "Видалені", "Календар", "Контакти", "Завдання"),
          names("zh", "已删除邮件", "日历", "联系人", "任务"),
          names("zh-TW", "刪除的郵件", "行事曆", "連絡人", "工作"));

  private static Map.Entry<String, FolderNames> names(
      String language, String deleted, String calendar, String contacts, String tasks) {
    return Map.entry(language, new FolderNames(deleted, calendar, contacts, tasks));
  }

  /** The names in a language, English where it is none of those known here. */
  static FolderNames of(Locale locale) {
    String language = locale.getLanguage();
    List<String> keys =
        List.of(
            language + "-" + locale.getCountry(),
            language.equals("no") || language.equals("nn") ? "nb" : language);
    return keys.stream()
        .filter(BY_LANGUAGE::containsKey)
        .findFirst()
        .map(BY_LANGUAGE::get)
        .orElse(ENGLISH);
  }

  String of(Family family) {
    return switch (family) {
      case EVENTS -> calendar;
      case TASKS -> tasks;
      case CONTACTS -> contacts;
    };
  }
}
