/** Every change to the annotations of a signal, kept from the moment it is made. */
package org.palimpsest.app.annotation.journal;
