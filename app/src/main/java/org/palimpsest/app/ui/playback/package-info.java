/** Listening to the open signals. */
package org.palimpsest.app.ui.playback;
