/** Signals as pictures: colour maps and spectrograms. No window toolkit. */
package org.palimpsest.app.picture;
