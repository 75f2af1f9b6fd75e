package org.palimpsest.evidence.verify;

/**
 * What kind of thing is not as it must be, for programs, and how far the finding goes, for people.
 * Names are never taken back: other programs and old reports use them.
 */
public enum Cause {
  /** The file is no ledger of a case, or SQLite cannot read it. */
  UNREADABLE(
      "that no case of this format can be read here",
      "who or what spoilt it; a broken disk does the same"),
  /** The marks of another format or application. */
  OTHER_FORMAT(
      "that this program does not know the format, or that its mark was changed",
      "that anything in it is wrong"),
  /** Tables, triggers or indexes are not those of the format. */
  SCHEMA_CHANGED(
      "that a program that does not keep to the format worked on the database",
      "that an entry was changed: the entries are judged by themselves"),
  /** Derived tables do not say what the ledger says. */
  PROJECTION_CHANGED(
      "that a list shown from these tables may be wrong",
      "that the evidence was touched: these tables are none"),
  /** A body is not what was hashed or signed. */
  ENTRY_EDITED(
      "that this entry is not the one that was signed",
      "what it said before, when it was changed, and by whom"),
  /** A place in the ledger is empty. */
  ENTRY_MISSING(
      "that entries were removed, or never were where they ought to be", "what they said"),
  /** An entry stands in another place than it says. */
  ENTRY_MOVED(
      "that the order of the entries was changed, or an entry was copied or inserted",
      "which order was the first, where the checkpoints do not show it"),
  /** An entry breaks the rules of its form. */
  ENTRY_MALFORMED(
      "that no program that keeps to the format wrote this entry",
      "that what it says is wrong, or that it was changed later"),
  /** An entry by a key that the case does not know. */
  ACTOR_UNKNOWN(
      "that the entry was written with a key that no entry before it admits", "whose key that is"),
  /** An entry by a key that was dismissed before. */
  KEY_DISMISSED(
      "that a key was used after the case had dismissed it",
      "that its owner used it, or did so with bad intent"),
  /** An entry of a kind that its actor may not write. */
  ROLE_EXCEEDED(
      "that somebody wrote what the case does not let that role write",
      "that what the entry says is wrong"),
  /** An entry under another name than its key was admitted with. */
  ACTOR_RENAMED(
      "that the name in the entry is not the name that the case gives to the key",
      "which of the two names is right"),
  /** An admission or dismissal that the rules do not allow. */
  PERSON_INVALID(
      "that the list of people was changed against its rules", "who the people really are"),
  /** A checkpoint does not say what was signed. */
  CHECKPOINT_EDITED(
      "that this checkpoint is not as it was signed",
      "that an entry was changed: later checkpoints vouch for the entries"),
  /** A checkpoint is not there. */
  CHECKPOINT_MISSING(
      "that a checkpoint was removed, or that entries were added without the key",
      "that the entries before a later checkpoint were changed"),
  /** A signature by the right key ID does not hold. */
  SIGNATURE_INVALID(
      "that this signature is not one of this text by this key",
      "who changed it: the text, the signature or the key in the case"),
  /** Signed by another key than the case names. */
  KEY_SWAPPED(
      "that the key in the case and the key that signed are not the same",
      "which of the two is the examiner's"),
  /** The newest entries are gone and left traces. */
  TAIL_CUT(
      "that the case once had more entries than it has now",
      "what they said, and that what is left was not changed as well"),
  /** The case is sound in itself, and older than a checkpoint of it. */
  OLD_COPY(
      "that a newer state of this case was signed than the one that is here",
      "whether an old copy was put back or the newest entries were cut off cleanly"),
  /** The case does not continue what a checkpoint saw. */
  REWRITTEN(
      "that the entries are not those that this checkpoint was made of",
      "which entry differs, and which of the two histories is the true one"),
  /** A checkpoint from outside that is of another case. */
  OTHER_CASE("that this checkpoint says nothing about this case", "anything about the case itself"),
  /** A checkpoint from outside that cannot be used. */
  CHECKPOINT_UNUSABLE(
      "that what was given could not be compared", "anything about the case itself"),
  /** Content that is there and differs. */
  BLOB_CHANGED(
      "that this content is not what the entry relies on",
      "what it was before, unless a copy with that SHA-256 turns up"),
  /** Content that is not there. */
  BLOB_MISSING(
      "that this content cannot be looked at, and no step that used it be repeated",
      "that it was other than its SHA-256 says"),
  /** A model package that is missing or differs. */
  MODEL_CHANGED(
      "that the model in the case is not the one that the step used",
      "that the step's results are wrong: they were signed when they were made"),
  /** The copy of a report differs from the report. */
  REPORT_CHANGED(
      "that this file is not the report that was issued",
      "that the report is lost: its bytes are content of the case, checked by themselves"),
  /** A review's statement does not hold or does not fit its entry. */
  REVIEW_INVALID(
      "that this review is not what its reviewer signed, or is not of this case",
      "what the reviewer thinks"),
  /** Released on the word of its own author. */
  SELF_REVIEW(
      "that the review it was released on has the name or the key of who issued it",
      "that the report is wrong"),
  /** Released without an agreeing review. */
  RELEASE_WITHOUT_REVIEW(
      "that the case holds no review that allows this release", "that the report is wrong"),
  /** Released while a reviewer objects. */
  RELEASE_OVER_OBJECTION(
      "that a reviewer's newest word before the release was an objection",
      "who of the two is right"),
  /** A time stamp's token does not hold. */
  TIME_STAMP_INVALID(
      "that this token does not show when the checkpoint existed",
      "that the checkpoint did not exist then"),
  /** The bag around the case is not as its manifests say. */
  BAG_CHANGED(
      "that the bundle is not as it was packed",
      "that the case in it was changed: its entries and content are judged by themselves"),
  /** A proof in a bundle or a proof file does not hold. */
  PROOF_INVALID(
      "that this proof does not lead from what it starts with to the root it names",
      "that what it starts with is not in the tree"),
  /** There were more findings than anybody reads. */
  MORE("that there is more of the same", "that the rest is harmless"),
  /** A bundle leaves out what no model package forbids to pass on. */
  OMISSION_NOT_ALLOWED(
      "that this content was left out without the reason that the format asks for",
      "that the content was other than its SHA-256 says, or is lost in the case"),
  /** A link or a special file where the case has a real folder or a plain file. */
  NOT_A_PLAIN_FILE(
      "that no program that keeps to the format left this file or folder so",
      "that what it leads to is other than the case says"),
  /** The mark of a format that came after this program. */
  NEWER_FORMAT(
      "that this program is too old for it, or that its mark was changed",
      "anything about what is in it: none of it was checked"),
  /** An entry gives a name twice, or names what no entry before it made. */
  REFERENCE_INVALID(
      "that no program that keeps to the format wrote this entry here",
      "which thing it ought to name, or that what it says is wrong"),
  /** What was marked in a signal does not fit its entry, or is no such list. */
  ANNOTATIONS_INVALID(
      "that no program that keeps to the format entered these annotations",
      "that a person marked anything else, or that the signal was changed");

  private final String proves;
  private final String doesNotProve;

  Cause(String proves, String doesNotProve) {
    this.proves = proves;
    this.doesNotProve = doesNotProve;
  }

  /** What such a finding shows, to be read after "it proves". */
  public String proves() {
    return proves;
  }

  /** What it leaves open, to be read after "it does not prove". */
  public String doesNotProve() {
    return doesNotProve;
  }
}
