package org.palimpsest.app.evaluate;

import java.util.SortedMap;

/** One utterance through one protector and wire, by condition. */
record UtteranceRow(
    Utterance utterance, String protector, String wire, SortedMap<String, Treated> conditions) {}
