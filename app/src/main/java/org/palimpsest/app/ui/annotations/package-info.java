/** What people mark in the open signal: the model, its list and its form. */
package org.palimpsest.app.ui.annotations;
