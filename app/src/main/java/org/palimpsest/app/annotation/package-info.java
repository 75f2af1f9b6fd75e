/** What a person marked in a signal, as values. Knows no case, no file and no window. */
package org.palimpsest.app.annotation;
