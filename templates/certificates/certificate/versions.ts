/** Every version of the certificate, the oldest first: one that was issued goes on, on its confirmations and samples, by that of its day. */
import { CERTIFICATE_1 } from './1/template.ts';

export const CERTIFICATE_VERSIONS = [CERTIFICATE_1] as const;
