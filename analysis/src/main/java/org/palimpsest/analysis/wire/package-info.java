/**
 * What a recording can meet between its protection and its seizure, without delay: codecs of
 * telephones and messengers, band limits, resampling, gain. For validation only.
 */
package org.palimpsest.analysis.wire;
