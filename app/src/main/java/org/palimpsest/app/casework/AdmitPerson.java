package org.palimpsest.app.casework;

import java.util.List;
import java.util.Optional;
import org.palimpsest.analysis.RefusedException;
import org.palimpsest.app.words.Count;
import org.palimpsest.evidence.casefile.CaseException;
import org.palimpsest.evidence.casefile.CaseFile;
import org.palimpsest.evidence.entry.v1.EntryDraft;
import org.palimpsest.evidence.entry.v1.EntryKind;
import org.palimpsest.evidence.entry.v1.LedgerEntry;
import org.palimpsest.evidence.entry.v1.NewName;
import org.palimpsest.evidence.entry.v1.Person;
import org.palimpsest.evidence.format.JsonObject;

/** Lets a further key be used in a case, and ends that again. */
public final class AdmitPerson {
  AdmitPerson() {}

  /**
   * Refuses whom {@link #admit} would refuse whatever the key, before one is made.
   *
   * @param name of the person
   */
  public void requireAdmissible(CaseFile file, String name) throws RefusedException {
    try {
      NewName.require(name, file.people());
    } catch (IllegalArgumentException e) {
      throw new RefusedException(e.getMessage(), e);
    }
    Optional<Person> writer = file.writer();
    if (writer.isEmpty() || !writer.get().role().mayWrite(EntryKind.PERSON_ADMITTED.text())) {
      throw new RefusedException(
          file.folder()
              + ": "
              + writer.map(p -> p.name() + " is " + p.role().text()).orElse("nobody")
              + " and may not admit anybody");
    }
  }

  /** From the next entry on, the person may do what the role allows. */
  public LedgerEntry admit(CaseFile file, Person person) throws CaseException {
    JsonObject fields = JsonObject.empty().with("person", person.toJson());
    return file.append(EntryDraft.of(EntryKind.PERSON_ADMITTED, fields, List.of()));
  }

  /**
   * From the next entry on, the key may do nothing.
   *
   * @param name of a person, or the ID of one of that person's keys where there are several
   */
  public LedgerEntry dismiss(CaseFile file, String name, String reason)
      throws RefusedException, CaseException {
    String origin = file.people().origin();
    List<Person> found =
        file.people().list().stream()
            .filter(p -> p.name().equals(name) || p.key().id(origin).equals(name))
            .toList();
    if (found.size() != 1) {
      throw new RefusedException(
          String.format(
              "%s is %s; there are: %s",
              name,
              found.isEmpty()
                  ? "no name and no key in this case"
                  : "the name of several keys, so give one",
              Count.list(
                  file.people().list().stream()
                      .map(p -> p.name() + " " + p.key().id(origin))
                      .toList())));
    }
    JsonObject person = found.get(0).key().named(found.get(0).name());
    JsonObject fields = JsonObject.empty().with("person", person).with("reason", reason);
    return file.append(EntryDraft.of(EntryKind.PERSON_DISMISSED, fields, List.of()));
  }
}
