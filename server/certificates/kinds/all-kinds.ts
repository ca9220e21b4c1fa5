/** Every kind of paper. A new one is a line here, a file beside it and a template. */
import type { PaperKind } from '../../domain/paper.ts';
import { CERTIFICATE_SAMPLE } from './certificate-sample.ts';
import { LAND_INFORMATION } from './land-information.ts';
import { MAP_EXTRACT } from './map-extract.ts';
import type { PaperKindMaker } from './paper-kind.ts';
import { PARCEL_HISTORY } from './parcel-history.ts';
import { RECEIPT, REQUEST_FORM } from './request-papers.ts';

export const PAPER_MAKER: Readonly<Record<PaperKind, PaperKindMaker>> = {
  map_extract: MAP_EXTRACT,
  land_information: LAND_INFORMATION,
  parcel_history: PARCEL_HISTORY,
  certificate: CERTIFICATE_SAMPLE,
  receipt: RECEIPT,
  request_form: REQUEST_FORM,
};
