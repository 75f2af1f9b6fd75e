/** Forms and dialogs of one look. */
package org.palimpsest.app.ui.form;
