/** A document of the OGC API before it takes a form. */
import type { Html } from '../words/html.ts';

export interface OgcTable {
  readonly title: string;
  readonly heads: readonly string[];
  /** Rows whose first cell names them. */
  readonly rows: readonly (readonly (Html | string)[])[];
}

interface PageLink {
  readonly href: string;
  readonly rel: string;
  readonly title?: string | undefined;
  readonly type?: string | undefined;
}

/** What a page shows of it. */
export interface OgcPageContent {
  readonly title: string;
  readonly lead: string;
  readonly links: readonly PageLink[];
  readonly tables: readonly OgcTable[];
  readonly notes: readonly string[];
}

export interface OgcDocument {
  /** Media type of the JSON. */
  readonly type: string;
  readonly json: () => string;
  readonly page: () => OgcPageContent;
  /** System of its coordinates, where it has any. */
  readonly contentCrs?: string;
}
