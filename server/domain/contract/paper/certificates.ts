/** Certificates as objects of the register, what is printed of them, and the printers they are printed with. */
import Type, { type Static } from 'typebox';
import { CERTIFICATE_STATUSES, type CertificateStatus } from '../../dealing/certificate-kinds.ts';
import { PAPER_MAKERS } from '../../paper.ts';
import { STAFF_ROLES } from '../../role.ts';
import { choice } from '../batch/batch-shapes.ts';
import { defineContract } from '../contract.ts';
import { Day, Instant, nullable } from '../fields.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const Serial = Type.String({ minLength: 1, maxLength: 60, description: 'As printed; the space may be left out' });
const SerialParams = Type.Object({ serial: Serial }, closed);

const shape = {
  serial: Type.String(),
  code: nullable(Type.String({ description: 'In its QR: by it anyone checks it at /verify. Null for a legacy one' })),
  bookNo: nullable(Type.String()),
  status: choice<CertificateStatus>(CERTIFICATE_STATUSES),
  office: nullable(Type.String()),
  issuedOn: nullable(Day),
  replaces: nullable(Type.String({ description: 'Serial of the certificate it was issued for' })),
  holders: Type.Array(Type.Object({ partyId: Uuid, name: Type.String(), share: Type.String() })),
  parcels: Type.Array(Type.Object({ parcelId: Uuid, no: Type.String(), sheet: Type.String() })),
  raisedBy: nullable(Uuid),
  endedBy: nullable(Uuid),
  endedAt: nullable(Instant),
};
export const Certificate = Type.Object(shape);
export type Certificate = Static<typeof Certificate>;

export const CertificateDetail = Type.Object({
  ...shape,
  changes: Type.Array(Type.Object({ n: Type.Integer(), day: Day, content: Type.String() }), {
    description: 'What section 6 confirms, in order',
  }),
});
export type CertificateDetail = Static<typeof CertificateDetail>;

const Millimetres = Type.Number({ minimum: -20, maximum: 20, multipleOf: 0.1 });
const SideShift = Type.Object({ dxMm: Millimetres, dyMm: Millimetres }, closed);
const PrinterName = Type.String({ minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9 ._-]+$' });
const offsets = {
  front: SideShift,
  back: SideShift,
  duplex: choice(['long_edge', 'short_edge'] as const),
};
export const Printer = Type.Object({ name: PrinterName, ...offsets });
export type Printer = Static<typeof Printer>;

const read = { tag: 'papers', right: { roles: STAFF_ROLES, scope: 'commune' }, maxAge: null } as const;
const print = { ...read, right: { roles: PAPER_MAKERS, scope: 'commune' }, media: 'application/pdf' } as const;
const PrintQuery = Type.Object({ printer: Type.Optional(PrinterName) }, closed);

export const listCertificates = defineContract({
  ...read,
  id: 'listCertificates',
  path: '/api/certificates',
  summary: 'Certificates of rights on a parcel, those that are valid first. Showing persons is logged',
  query: Type.Object({ parcelId: Uuid }, closed),
  reply: Type.Object({ items: Type.Array(Certificate) }),
  problems: ['service.busy'],
});

export const getCertificate = defineContract({
  ...read,
  id: 'getCertificate',
  path: '/api/certificates/:serial',
  summary: 'One certificate, and what section 6 of it confirms. Showing persons is logged',
  params: SerialParams,
  reply: CertificateDetail,
  problems: ['certificate.not_found', 'service.busy'],
});

export const printCertificate = defineContract({
  ...print,
  id: 'printCertificate',
  path: '/api/certificates/:serial/overlay.pdf',
  summary: 'What is printed onto its numbered blank, both sides, moved by the offset of the printer. Logged',
  params: SerialParams,
  query: PrintQuery,
  reply: Type.String({ description: 'PDF, for the printer; it is not the certificate' }),
  problems: [
    'certificate.not_found',
    'certificate.not_printable',
    'paper.template_over',
    'printer.not_found',
    'service.busy',
  ],
});

export const printCertificateChange = defineContract({
  ...print,
  id: 'printCertificateChange',
  path: '/api/certificates/:serial/changes/:n.pdf',
  summary: 'One confirmation of change alone, at its row of side 2. Logged',
  params: Type.Object({ serial: Serial, n: Type.Integer({ minimum: 1, maximum: 999 }) }, closed),
  query: PrintQuery,
  reply: Type.String({ description: 'PDF, for the printer' }),
  problems: [
    'certificate.not_found',
    'certificate.not_printable',
    'certificate.change_not_found',
    'paper.template_over',
    'printer.not_found',
    'service.busy',
  ],
});

export const listPrinters = defineContract({
  ...read,
  id: 'listPrinters',
  path: '/api/printers',
  summary: 'Printers whose offset is kept',
  reply: Type.Object({ items: Type.Array(Printer) }),
  problems: ['service.busy'],
});

export const keepPrinter = defineContract({
  id: 'keepPrinter',
  method: 'PUT',
  path: '/api/printers/:name',
  tag: 'papers',
  right: { roles: PAPER_MAKERS, scope: 'commune' },
  summary: 'Keeps by how much a printer has to be moved so that it prints in place, in mm to the right and down',
  params: Type.Object({ name: PrinterName }, closed),
  body: Type.Object(offsets, closed),
  reply: Printer,
  problems: ['service.busy'],
  maxAge: null,
});

export const printRuler = defineContract({
  ...print,
  id: 'printRuler',
  path: '/api/printers/:name/ruler.pdf',
  summary: 'A page of two sides on which a ruler tells how far the printer misses its place',
  params: Type.Object({ name: PrinterName }, closed),
  reply: Type.String({ description: 'PDF, for the printer' }),
  problems: ['service.busy'],
});
