/** The exhibits of the case and what was made of them. */
package org.palimpsest.app.ui.exhibits;
