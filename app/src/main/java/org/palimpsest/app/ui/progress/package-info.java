/** What is being worked on, and what went wrong. */
package org.palimpsest.app.ui.progress;
