package org.palimpsest.app.ui.inspector;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.palimpsest.analysis.audio.Padding;
import org.palimpsest.analysis.measure.ActivePart;
import org.palimpsest.app.casework.CaseView;
import org.palimpsest.app.casework.Exhibit;
import org.palimpsest.app.casework.StepView;
import org.palimpsest.app.ui.session.CaseSession;
import org.palimpsest.app.ui.session.Status;
import org.palimpsest.app.words.Figure;
import org.palimpsest.evidence.casefile.CaseDescription;
import org.palimpsest.evidence.entry.v1.Artifact;
import org.palimpsest.evidence.entry.v1.ModelUse;
import org.palimpsest.evidence.format.JsonString;

/**
 * Everything known of one item.
 *
 * @param status empty for the case itself
 */
record FactSheet(String title, Optional<Status> status, List<Section> sections) {
  /** Facts under one heading. */
  record Section(String title, List<Fact> facts, String note) {}

  static final String RANKS = "A similarity ranks recordings; it is not a likelihood ratio.";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ROOT);

  static FactSheet of(CaseSession session) {
    CaseView view = session.now().view();
    ZoneId zone = session.file().description().timeZone();
    Optional<String> id = session.selectedProperty().get();
    Optional<Exhibit> exhibit = id.flatMap(view::exhibit);
    if (exhibit.isPresent()) {
      return of(exhibit.get(), view);
    }
    Optional<StepView> step =
        id.flatMap(
            wanted ->
                view.restoration(wanted)
                    .or(
                        () ->
                            view.comparisons().stream()
                                .filter(c -> c.id().equals(wanted))
                                .findFirst()));
    return step.map(s -> of(s, view, zone)).orElseGet(() -> ofCase(session));
  }

  private static FactSheet ofCase(CaseSession session) {
    CaseDescription about = session.file().description();
    List<Fact> facts =
        List.of(
            Fact.of("Authority", about.authority()),
            Fact.of("Purpose", about.purpose()),
            Fact.of("Examiner", about.examiner()),
            Fact.of("Time zone", about.timeZone().getId()),
            Fact.exact("Case ID", session.file().caseId().toString()),
            Fact.exact("Folder", session.file().folder().toString()));
    return new FactSheet(about.title(), Optional.empty(), List.of(new Section("Case", facts, "")));
  }

  private static FactSheet of(Exhibit exhibit, CaseView view) {
    List<Fact> custody = new ArrayList<>();
    custody.add(Fact.of("Role", exhibit.role().text()));
    exhibit.speaker().ifPresent(speaker -> custody.add(Fact.of("Speaker", speaker)));
    custody.add(Fact.of("File", exhibit.fileName()));
    custody.add(Fact.of("Size", String.format(Locale.ROOT, "%,d bytes", exhibit.blob().size())));
    custody.add(Fact.exact("SHA-256", exhibit.blob().sha256().hex()));
    custody.add(Fact.of("Ledger entry", Long.toString(exhibit.seq())));
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Custody", custody, ""));
    exhibit.facts().ifPresent(facts -> sections.add(sound(facts)));
    if (!exhibit.decodable()) {
      sections.add(new Section("Sound", List.of(), "Taken as it is: it cannot be decoded."));
    }
    return new FactSheet(
        exhibit.id() + "  " + exhibit.label(), Optional.of(Status.of(exhibit, view)), sections);
  }

  private static Section sound(Exhibit.Facts facts) {
    List<Fact> sound = new ArrayList<>();
    sound.add(Fact.of("Format", facts.format()));
    sound.add(Fact.of("Duration", String.format(Locale.ROOT, "%.3f s", facts.seconds())));
    sound.add(Fact.of("Sample rate", String.format(Locale.ROOT, "%,d Hz", facts.sampleRateHz())));
    sound.add(Fact.of("Channel", facts.channel() + " of " + facts.channels()));
    sound.add(Fact.of("Samples", String.format(Locale.ROOT, "%,d", facts.frames())));
    facts.padding().ifPresent(padding -> sound.addAll(ofPadding(padding)));
    sound.add(
        Fact.of("At full scale", String.format(Locale.ROOT, "%,d samples", facts.overloads())));
    facts.active().ifPresent(active -> sound.addAll(ofActive(active)));
    sound.add(Fact.of("Decoder", facts.decoder()));
    return new Section("Sound", sound, String.join(". ", facts.remarks()));
  }

  private static List<Fact> ofActive(ActivePart active) {
    String snr =
        active.snrDb().isPresent()
            ? String.format(Locale.ROOT, "%.1f dB, by energy", active.snrDb().getAsDouble())
            : "not known";
    return List.of(
        Fact.of("Active", String.format(Locale.ROOT, "%.2f s, by energy alone", active.seconds())),
        Fact.of("SNR", snr));
  }

  private static List<Fact> ofPadding(Padding padding) {
    String promised =
        padding.declaredFrames().isPresent()
            ? String.format(Locale.ROOT, "%,d samples", padding.declaredFrames().getAsLong())
            : "not stated";
    String leftOut =
        String.format(
            Locale.ROOT,
            "%,d samples before, %,d behind",
            padding.skippedAtStart(),
            padding.skippedAtEnd());
    return List.of(Fact.of("File promises", promised), Fact.of("Padding left out", leftOut));
  }

  private static FactSheet of(StepView step, CaseView view, ZoneId zone) {
    List<Section> sections = new ArrayList<>();
    List<Fact> how = new ArrayList<>();
    step.message().ifPresent(message -> how.add(Fact.of("Why", message)));
    how.add(Fact.of("Method", step.method() + ", version " + step.step().plan().string("version")));
    how.add(Fact.of("From", name(step.subject(), view)));
    if (!step.others().isEmpty()) {
      how.add(Fact.of(step.output().isPresent() ? "Original" : "With", names(step, view)));
    }
    how.add(Fact.of("Made", TIME.format(step.entry().time().atZone(zone))));
    how.add(Fact.of("Ledger entry", Long.toString(step.seq())));
    step.output().ifPresent(out -> how.add(Fact.exact("SHA-256", out.sha256().hex())));
    sections.add(new Section("Step", how, ""));
    List<Fact> figures = new ArrayList<>();
    List<Fact> similarities = new ArrayList<>();
    for (Figure figure : Figure.of(step.step().results())) {
      (figure.similarity() ? similarities : figures).add(Fact.of(figure.name(), figure.value()));
    }
    if (!figures.isEmpty()) {
      sections.add(new Section("Figures", figures, ""));
    }
    if (!similarities.isEmpty()) {
      sections.add(new Section("Speaker embeddings", similarities, RANKS));
    }
    sections.add(new Section("Parameters", parameters(step), ""));
    sections.add(new Section("Models", models(step), ""));
    return new FactSheet(
        step.id() + "  " + (step.id().startsWith("R") ? "Restoration" : "Comparison"),
        Optional.of(Status.of(step)),
        sections);
  }

  private static List<Fact> parameters(StepView step) {
    List<Fact> facts = new ArrayList<>();
    step.step()
        .plan()
        .object("parameters")
        .members()
        .forEach(
            (name, value) ->
                facts.add(
                    Fact.of(name, value instanceof JsonString s ? s.value() : value.toString())));
    return facts;
  }

  private static List<Fact> models(StepView step) {
    List<Fact> facts = new ArrayList<>();
    for (ModelUse model : step.step().models()) {
      facts.add(Fact.exact(model.id() + "@" + model.version(), model.sha256().hex()));
    }
    return facts;
  }

  private static String names(StepView step, CaseView view) {
    return String.join(
        "\n",
        step.step().inputs().stream().skip(1).map(Artifact::id).map(id -> name(id, view)).toList());
  }

  private static String name(String id, CaseView view) {
    return view.exhibit(id).map(exhibit -> id + "  " + exhibit.label()).orElse(id);
  }
}
