/** The window. Each part of it has a room of its own; view models know no scene. */
package org.palimpsest.app.ui;
