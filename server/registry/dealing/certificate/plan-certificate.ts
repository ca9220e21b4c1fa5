import { findBlank } from '../../../db/document/blanks.ts';
import { countOthersOn, isSerialTaken } from '../../../db/document/certificates.ts';
import type { Trx } from '../../../db/kit/transaction.ts';
import { readBlankSerial } from '../../../domain/certificate/blank.ts';
import { normaliseSerial } from '../../../domain/certificate-serial.ts';
import { CERTIFICATE_KIND_RULES, type CertificateKind } from '../../../domain/dealing/certificate-kinds.ts';
import { changeOf } from '../../../domain/dealing/change.ts';
import { judgeStanding } from '../../../domain/dealing/judge-standing.ts';
import { shareText } from '../../../domain/dealing/share.ts';
import type { StandingRight } from '../../../domain/dealing/standing.ts';
import { type Verdict, type VerdictCode, verdict } from '../../../domain/dealing/verdict.ts';
import type { Plan, Subject } from '../dealing-kind-interface.ts';

type OfCertificate = Subject<CertificateKind>;

interface NamedRight {
  readonly parcelId: string;
  readonly right: StandingRight;
}

/** The rights that a dealing names, with the parcels they are on. */
export const namedRights = ({ payload, standing }: OfCertificate): NamedRight[] =>
  standing.flatMap(({ parcelId, rights }) =>
    rights.filter(({ rightId }) => payload.rightIds.includes(rightId)).map((right) => ({ parcelId, right })),
  );

/** The certificate the named rights stand on; null where on none, undefined where on several. */
export function presentSerial(named: readonly NamedRight[]): string | null | undefined {
  const serials = new Set(named.map(({ right }) => right.certificateSerial));
  return serials.size === 1 ? named[0]?.right.certificateSerial : serials.size === 0 ? null : undefined;
}

/** The blank that is printed, as the store names it; null where none is. */
export const blankOf = ({ blankSerial }: OfCertificate['payload']): string | null =>
  blankSerial === undefined ? null : readBlankSerial(blankSerial);

const returnedOf = ({ returnedSerial }: OfCertificate['payload']): string | null =>
  returnedSerial === undefined ? null : (normaliseSerial(returnedSerial)?.serial ?? returnedSerial);

async function judgeBlank(trx: Trx, { kind, payload }: OfCertificate): Promise<Verdict[]> {
  const { blank: needs } = CERTIFICATE_KIND_RULES[kind];
  const serial = blankOf(payload);
  if (serial === null) return needs === 'needed' ? [verdict('certificate.blank_missing')] : [];
  if (needs === 'none') return [verdict('certificate.blank_unneeded', { serial })];
  const blank = await findBlank(trx, serial);
  if (!blank) return [verdict('blank.unknown', { serial })];
  return [
    ...(blank.status === 'given' ? [] : [verdict('blank.not_given', { serial, status: blank.status })]),
    ...(blank.status !== 'used' && (await isSerialTaken(trx, serial))
      ? [verdict('certificate.serial_taken', { serial })]
      : []),
  ];
}

async function judgePresent(trx: Trx, subject: OfCertificate, named: readonly NamedRight[]): Promise<Verdict[]> {
  const { kind, payload } = subject;
  const rule = CERTIFICATE_KIND_RULES[kind];
  const serials = [...new Set(named.flatMap(({ right }) => right.certificateSerial ?? []))];
  const present = presentSerial(named);
  // What the parcel itself says is said before the plan.
  const toldOf = (code: VerdictCode) =>
    subject.standing.some((parcel) => judgeStanding(kind, parcel).some((one) => one.code === code));
  if (rule.before === 'none')
    return serials.length === 0 || toldOf('certificate.already_held')
      ? []
      : [verdict('certificate.already_held', { serial: serials.join(', ') })];
  if (serials.length === 0) return toldOf('certificate.not_held') ? [] : [verdict('certificate.not_held')];
  if (present === undefined || present === null) return [verdict('certificate.several', { serials })];
  const printed = blankOf(payload) !== null;
  const returned = returnedOf(payload);
  const confirms = rule.blank === 'allowed' && !printed;
  const others = confirms ? 0 : await countOthersOn(trx, present, payload.rightIds);
  return [
    ...(confirms ? [verdict('certificate.confirmed_on_it', { serial: present })] : []),
    ...(rule.returned && !confirms && returned !== present
      ? [verdict('certificate.not_returned', { serial: present, returned })]
      : []),
    ...(others > 0
      ? [
          // A recalled certificate holds for nobody; an exchanged one leaves the others to be exchanged too.
          verdict(rule.blank === 'none' ? 'certificate.others_lose_it' : 'certificate.others_on_it', {
            serial: present,
            rights: others,
          }),
        ]
      : []),
  ];
}

/** What a dealing on a certificate would do: rights go from one serial to another, or to none. */
export async function planCertificate(trx: Trx, subject: OfCertificate): Promise<Plan> {
  const { kind, payload, standing } = subject;
  const named = namedRights(subject);
  const known = new Set(named.map(({ right }) => right.rightId));
  const missing = payload.rightIds.filter((rightId) => !known.has(rightId));
  const idle = standing.filter(({ parcelId }) => !named.some((one) => one.parcelId === parcelId));
  const rule = CERTIFICATE_KIND_RULES[kind];
  const serial = blankOf(payload);
  const goes = serial !== null || rule.blank === 'none';
  return {
    verdicts: [
      ...missing.map((rightId) => verdict('right.not_current', { rightId })),
      ...idle.map(({ parcelId, no, sheet }) => verdict('parcel.no_right', { parcelId, no, sheet })),
      ...(named.some(({ right }) => right.kind === 'management') ? [verdict('certificate.right_of_manager')] : []),
      ...(rule.document && payload.document === undefined ? [verdict('certificate.document_missing')] : []),
      ...(await judgeBlank(trx, subject)),
      ...(missing.length === 0 ? await judgePresent(trx, subject, named) : []),
    ],
    land: [],
    rights: named.map(({ parcelId, right }) => ({
      rightId: right.rightId,
      parcelId,
      holder: right.holder,
      share: shareText(right),
      change: 'kept',
    })),
    changes: goes
      ? named.flatMap(({ right }) => changeOf('certificate', 'text', right.certificateSerial, serial, right.holder))
      : [],
  };
}
