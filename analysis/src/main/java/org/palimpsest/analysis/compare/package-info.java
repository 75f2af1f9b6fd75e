/** Speaker embeddings and how alike two of them are. */
package org.palimpsest.analysis.compare;
