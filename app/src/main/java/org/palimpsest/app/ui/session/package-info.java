/** The open case, as every part of the window sees it. */
package org.palimpsest.app.ui.session;
