package org.palimpsest.evidence.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.palimpsest.evidence.bag.Bag;
import org.palimpsest.evidence.format.CanonicalJson;

/** A bundle, as one file or unpacked. It does not change while it is read. */
final class BundleSource implements CaseSource {
  private static final String KEYS = "keys.json";
  private static final int LARGEST_KEYS = 16 << 20;
  private static final int LARGEST_README = 1 << 20;

  private static final Pattern NEWER = Pattern.compile("[2-9]|[1-9][0-9]{1,8}");

  private final Path place;
  private Optional<Bag> open = Optional.empty();

  BundleSource(Path place) {
    this.place = place;
  }

  @Override
  public Examination read(Function<CaseContents, Examination> fresh) {
    close();
    Examination examination = fresh.apply(CaseContents.none());
    try {
      Bag bag = Bag.open(place);
      open = Optional.of(bag);
      examination = fresh.apply(new BundleContents(bag));
      if (isNewer(bag, examination)) {
        return examination;
      }
      readBag(bag, examination);
      examination.read(new BundleRows(bag, examination.findings()), Optional.empty());
      compareTexts(bag, examination);
    } catch (SQLException | IOException | RuntimeException e) {
      // whatever a hostile bundle does, the answer is a finding
      String words = "it cannot be read: " + Reason.of(e);
      examination.findings().add(Cause.UNREADABLE, Subject.BUNDLE, words);
    }
    return examination;
  }

  @Override
  public void close() {
    try {
      if (open.isPresent()) {
        open.get().close();
      }
    } catch (IOException e) {
      return; // everything was read
    } finally {
      open = Optional.empty();
    }
  }

  private static void readBag(Bag bag, Examination examination) {
    for (String problem : bag.check()) {
      examination.findings().add(Cause.BAG_CHANGED, Subject.BUNDLE, problem);
    }
    if (!form(bag).equals("1")) {
      String words = "it has bundle format " + form(bag) + ", this program reads format 1";
      examination.findings().add(Cause.OTHER_FORMAT, Subject.BUNDLE, words);
    }
  }

  private static boolean isNewer(Bag bag, Examination examination) {
    boolean newer = NEWER.matcher(form(bag)).matches();
    if (newer) {
      String form = "it has bundle format " + form(bag) + ", this program reads format 1";
      String words = "it cannot be read: " + form + "; use a newer program";
      examination.findings().add(Cause.NEWER_FORMAT, Subject.BUNDLE, words);
    }
    return newer;
  }

  private static String form(Bag bag) {
    return bag.bagInfo().getOrDefault("Palimpsest-Bundle", "none");
  }

  private static void compareTexts(Bag bag, Examination examination) throws IOException {
    compareReadme(bag, examination);
    Optional<Identity> identity = examination.history().identity();
    String stated = bag.bagInfo().getOrDefault("External-Identifier", "");
    if (identity.isPresent() && !identity.get().caseId().toString().equals(stated)) {
      String words = "bag-info.txt names another case, " + stated;
      examination.findings().add(Cause.BAG_CHANGED, Subject.BUNDLE, words);
    }
    Optional<String> keys = examination.history().people().map(p -> CanonicalJson.text(p.toJson()));
    byte[] shown = new Content(0, () -> bag.open(KEYS)).bytes(LARGEST_KEYS);
    String text = new String(shown, StandardCharsets.UTF_8);
    if (keys.isPresent() && !text.equals(keys.get()) && !text.equals(keys.get() + "\n")) {
      String words = KEYS + " does not say what the ledger says";
      examination.findings().add(Cause.BAG_CHANGED, Subject.BUNDLE, words);
    }
  }

  private static void compareReadme(Bag bag, Examination examination) throws IOException {
    boolean there = bag.names().contains(BundleReadme.NAME);
    byte[] text =
        there
            ? new Content(0, () -> bag.open(BundleReadme.NAME)).bytes(LARGEST_README)
            : new byte[0];
    BundleReadme readme = new BundleReadme(text);
    Optional<String> caseId = examination.history().identity().map(i -> i.caseId().toString());
    if (!readme.says(caseId, examination.entries())) {
      String words = BundleReadme.NAME + " does not name this case and its number of entries";
      examination.findings().add(Cause.BAG_CHANGED, Subject.BUNDLE, words);
    } else if (!readme.hasKnownWords()) {
      examination
          .flags()
          .add(
              FlagCause.README_REWORDED,
              BundleReadme.NAME
                  + " holds words that this program does not know from any bundle: nothing vouches"
                  + " for them");
    }
  }
}
