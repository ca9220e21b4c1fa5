/** Every version of every template of a paper. A new decree is a new folder of templates and a line here; which one makes a paper is told by its day. */
import type { CERTIFICATE_1 } from '../../../templates/certificates/certificate/1/template.ts';
import { CERTIFICATE_VERSIONS } from '../../../templates/certificates/certificate/versions.ts';
import { LAND_INFORMATION_1 } from '../../../templates/certificates/land_information/1/template.ts';
import { MAP_EXTRACT_1 } from '../../../templates/certificates/map_extract/1/template.ts';
import { PARCEL_HISTORY_1 } from '../../../templates/certificates/parcel_history/1/template.ts';
import { RECEIPT_1 } from '../../../templates/certificates/receipt/1/template.ts';
import { REQUEST_FORM_1 } from '../../../templates/certificates/request_form/1/template.ts';
import type { PaperKind } from '../../domain/paper.ts';
import { templateOn, type Widened } from '../../domain/paper-template.ts';
import { Problem } from '../../domain/problem/problem.ts';

export type MapExtractTemplate = Widened<typeof MAP_EXTRACT_1>;
export type LandInformationTemplate = Widened<typeof LAND_INFORMATION_1>;
export type ParcelHistoryTemplate = Widened<typeof PARCEL_HISTORY_1>;
export type CertificateTemplate = Widened<typeof CERTIFICATE_1>;
export type ReceiptTemplate = Widened<typeof RECEIPT_1>;
export type RequestFormTemplate = Widened<typeof REQUEST_FORM_1>;

export interface TemplateShelf {
  readonly map_extract: readonly MapExtractTemplate[];
  readonly land_information: readonly LandInformationTemplate[];
  readonly parcel_history: readonly ParcelHistoryTemplate[];
  readonly certificate: readonly CertificateTemplate[];
  readonly receipt: readonly ReceiptTemplate[];
  readonly request_form: readonly RequestFormTemplate[];
}

export const TEMPLATE_SHELF: TemplateShelf = {
  map_extract: [MAP_EXTRACT_1],
  land_information: [LAND_INFORMATION_1],
  parcel_history: [PARCEL_HISTORY_1],
  certificate: CERTIFICATE_VERSIONS,
  receipt: [RECEIPT_1],
  request_form: [REQUEST_FORM_1],
};

/** The version of a day (`YYYY-MM-DD` in Viet Nam). Throws paper.template_over. */
export function templateOf<K extends PaperKind>(shelf: TemplateShelf, kind: K, day: string): TemplateShelf[K][number] {
  const versions: readonly TemplateShelf[K][number][] = shelf[kind];
  const found = templateOn(versions, day);
  if (!found) throw new Problem('paper.template_over');
  return found;
}
