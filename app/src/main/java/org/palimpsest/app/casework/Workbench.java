package org.palimpsest.app.casework;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.palimpsest.analysis.audio.RecordingReader;
import org.palimpsest.analysis.ffmpeg.Ffmpeg;
import org.palimpsest.analysis.inference.InferenceEngine;
import org.palimpsest.analysis.inference.ModelCatalogue;
import org.palimpsest.analysis.inference.PackageCheck;
import org.palimpsest.analysis.restoration.Protection;
import org.palimpsest.analysis.wire.Wires;
import org.palimpsest.app.annotation.journal.JournalFolder;
import org.palimpsest.app.evaluate.EvaluateProtection;
import org.palimpsest.app.train.TrainRemover;
import org.palimpsest.app.train.TrainerFolder;
import org.palimpsest.app.train.TrainingPackages;
import org.palimpsest.evidence.anchor.AnchorStore;
import org.palimpsest.evidence.key.ExaminerKeys;

/** All use cases, wired once: what the command line and the window are built on. */
public final class Workbench {
  private final Path userData;
  private final String programVersion;
  private final OpenCase openCase;
  private final ImportRecording importRecording;
  private final SoundArchive sounds;
  private final RestoreSpeech restoreSpeech;
  private final CompareSpeakers compareSpeakers;
  private final RunAnalysis runAnalysis;
  private final CheckCase checkCase;
  private final IssueReport issueReport;
  private final ExportCheckpoint exportCheckpoint = new ExportCheckpoint();
  private final AmendCase amendCase = new AmendCase();
  private final AdmitPerson admitPerson = new AdmitPerson();
  private final StateOpinion stateOpinion = new StateOpinion();
  private final AnnotateSignal annotateSignal;
  private final EnterListeningTest enterListeningTest;
  private final ReviewCase reviewCase;
  private final ReplayStep replayStep;
  private final SealBundle sealBundle;
  private final StampCheckpoint stampCheckpoint = new StampCheckpoint(new SecureRandom());
  private final ModelCatalogue catalogue;
  private final PackageCheck packageCheck;
  private final InstalledPackages installedPackages;
  private final ProtectRecording protectRecording;
  private final EvaluateProtection evaluateProtection;
  private final TrainRemover trainRemover;
  private final DemoCase demoCase;
  private final InferenceEngine engine;

  /**
   * @param shippedModels folder of the packages that came with the program
   * @param userData folder of this user's keys, anchors, annotations, imported packages and
   *     unpacked libraries
   * @param version of the program
   */
  public Workbench(Path shippedModels, Path userData, String version, Clock clock) {
    this.userData = userData;
    programVersion = version;
    engine = new InferenceEngine();
    catalogue = new ModelCatalogue(List.of(shippedModels, userData.resolve("models")));
    Ffmpeg ffmpeg = new Ffmpeg(userData.resolve("ffmpeg"));
    RecordingReader reader = new RecordingReader(ffmpeg);
    ExaminerKeys keys = new ExaminerKeys(userData.resolve("keys"), clock);
    AnchorStore anchors = new AnchorStore(userData.resolve("anchors"));
    packageCheck = new PackageCheck(engine);
    installedPackages = new InstalledPackages(catalogue, packageCheck);
    openCase = new OpenCase(keys, anchors, clock);
    importRecording = new ImportRecording(reader);
    sounds = new SoundArchive(reader);
    enterListeningTest = new EnterListeningTest(sounds);
    annotateSignal =
        new AnnotateSignal(new JournalFolder(userData.resolve("annotations"), clock), sounds);
    restoreSpeech = new RestoreSpeech(engine, catalogue, packageCheck, sounds);
    compareSpeakers = new CompareSpeakers(engine, catalogue, packageCheck, sounds);
    Environment environment = new Environment(engine, version);
    runAnalysis = new RunAnalysis(environment);
    replayStep = new ReplayStep(restoreSpeech, compareSpeakers, environment, reader);
    checkCase = new CheckCase(anchors);
    reviewCase = new ReviewCase(checkCase, clock);
    sealBundle = new SealBundle(checkCase, clock, version);
    issueReport = new IssueReport(openCase, sounds, version);
    protectRecording = new ProtectRecording(reader, new Protection(engine), catalogue);
    evaluateProtection =
        new EvaluateProtection(
            engine,
            catalogue,
            packageCheck,
            reader,
            environment::describe,
            new Wires(ffmpeg).all());
    trainRemover =
        new TrainRemover(
            engine,
            new TrainingPackages(catalogue, packageCheck),
            reader,
            TrainerFolder.of(System.getenv(), shippedModels),
            userData.resolve("trainer"));
    demoCase =
        new DemoCase(
            openCase, importRecording, restoreSpeech, compareSpeakers, runAnalysis, issueReport);
  }

  /** This user's folder. */
  public Path userData() {
    return userData;
  }

  public OpenCase openCase() {
    return openCase;
  }

  public ImportRecording importRecording() {
    return importRecording;
  }

  public SoundArchive sounds() {
    return sounds;
  }

  public RestoreSpeech restoreSpeech() {
    return restoreSpeech;
  }

  public CompareSpeakers compareSpeakers() {
    return compareSpeakers;
  }

  public RunAnalysis runAnalysis() {
    return runAnalysis;
  }

  public CheckCase checkCase() {
    return checkCase;
  }

  public IssueReport issueReport() {
    return issueReport;
  }

  public ReplayStep replayStep() {
    return replayStep;
  }

  public ExportCheckpoint exportCheckpoint() {
    return exportCheckpoint;
  }

  public AmendCase amendCase() {
    return amendCase;
  }

  public AdmitPerson admitPerson() {
    return admitPerson;
  }

  public StateOpinion stateOpinion() {
    return stateOpinion;
  }

  public AnnotateSignal annotateSignal() {
    return annotateSignal;
  }

  public EnterListeningTest enterListeningTest() {
    return enterListeningTest;
  }

  public ReviewCase reviewCase() {
    return reviewCase;
  }

  public StampCheckpoint stampCheckpoint() {
    return stampCheckpoint;
  }

  public SealBundle sealBundle() {
    return sealBundle;
  }

  public ModelCatalogue catalogue() {
    return catalogue;
  }

  public InstalledPackages installedPackages() {
    return installedPackages;
  }

  public PackageCheck packageCheck() {
    return packageCheck;
  }

  public ProtectRecording protectRecording() {
    return protectRecording;
  }

  public EvaluateProtection evaluateProtection() {
    return evaluateProtection;
  }

  public TrainRemover trainRemover() {
    return trainRemover;
  }

  public DemoCase demoCase() {
    return demoCase;
  }

  public String programVersion() {
    return programVersion;
  }

  /** Name and version of the inference engine; loads it. */
  public String engine() {
    return engine.describe();
  }
}
