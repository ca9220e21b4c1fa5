import type { Ring } from '../../domain/drawing/boundary.ts';
import type { CertificateTemplate } from '../versions/template-shelf.ts';

export type CertificateWords = CertificateTemplate['words'];

export interface CertificateHolder {
  readonly name: string;
  /** Kind and number of the identity paper in words; null where none is known or the paper is not to carry it. */
  readonly identity: string | null;
  /** Exact fraction; "1" where she holds it whole. */
  readonly share: string;
}

export interface CertificateLand {
  readonly no: string;
  readonly sheet: string;
  /** The registered area, or the computed one where none is registered, m². */
  readonly areaM2: number;
  readonly purposes: readonly {
    readonly name: string;
    /** m²; null where the register gives none. */
    readonly areaM2: number | null;
    /** Last day `YYYY-MM-DD`, `lasting`, or null where none is registered. */
    readonly until: string | null;
  }[];
  readonly place: string;
  readonly srid: number;
  /** East, north in metres in the sheet's own system; rings closed, the outer one first. */
  readonly rings: readonly Ring[];
}

/** What changed since it was issued, as side 2 confirms it. */
export interface CertificateChange {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly content: string;
  readonly office: string;
}

/** What a certificate says: read from the register, told by nobody else. */
export interface CertificateFacts {
  /** That of the day of issue: a later one never changes how what is out goes on. */
  readonly template: CertificateTemplate;
  readonly serial: string;
  readonly bookNo: string;
  /** Address at which anyone checks it. */
  readonly link: string;
  /** What the QR holds where it is more than the address. */
  readonly qr?: string;
  /** `YYYY-MM-DD` */
  readonly issuedOn: string;
  readonly province: string;
  readonly office: string;
  /** By what authority the signatory signs ("THỪA LỆNH …"), position, name; null where none is on record: room for a pen. */
  readonly authority: string | null;
  readonly position: string | null;
  readonly signatory: string | null;
  readonly holders: readonly CertificateHolder[];
  readonly lands: readonly CertificateLand[];
  readonly notes: readonly string[];
  readonly changes: readonly CertificateChange[];
}
