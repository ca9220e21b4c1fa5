import type { DocumentReference, PartyChoice } from '../../../server/domain/dealing/payload/parts.ts';
import type { PayloadOf } from '../../../server/domain/dealing/payload/payloads.ts';
import type { TransferPayload } from '../../../server/domain/dealing/payload/rights.ts';
import { formatDay } from '../../../server/domain/words/format-day.ts';
import type { Language } from '../../../server/domain/words/language.ts';
import type { DealingDetail } from '../../api/dealings.ts';
import type { DeskWords } from '../../i18n/desk-words.ts';

interface Line {
  readonly name: string;
  readonly values: readonly string[];
}

const lengthOf = (line: readonly (readonly number[])[]) =>
  line
    .slice(1)
    .reduce((sum, [x = 0, y = 0], at) => sum + Math.hypot(x - (line[at]![0] ?? 0), y - (line[at]![1] ?? 0)), 0);

/** What a dealing says, line by line in words, for who may see persons; last the paper that proves legacy rights it rests on. */
export function payloadLines(
  dealing: Pick<DealingDetail, 'kind' | 'payload' | 'rights'>,
  w: DeskWords,
  language: Language,
  metres: (value: number) => string,
): Line[] {
  const proof = dealing.payload?.proof as DocumentReference | undefined;
  return [
    ...linesOfKind(dealing, w, language, metres),
    ...(proof
      ? [
          {
            name: w('proof.legend'),
            values: [w('says.documentLine', { no: proof.no, day: formatDay(proof.date, language) })],
          },
        ]
      : []),
  ];
}

function linesOfKind(
  { kind, payload, rights }: Pick<DealingDetail, 'kind' | 'payload' | 'rights'>,
  w: DeskWords,
  language: Language,
  metres: (value: number) => string,
): Line[] {
  if (payload === null) return [];
  const holders = new Map(
    rights.flatMap(({ rightId, holder }) => (rightId === null ? [] : [[rightId, holder] as const])),
  );
  const document = ({ no, date, place }: DocumentReference): string =>
    [
      w('says.documentLine', { no, day: formatDay(date, language) }),
      ...(place === undefined ? [] : [w('says.place', { place })]),
    ].join(', ');
  const party = (choice: PartyChoice): string =>
    'partyId' in choice ? w('says.knownParty') : `${choice.name} (${w(`party.${choice.kind}`)})`;
  const share = (text: string | undefined) => (text === undefined || text === '1' ? w('parcel.whole') : text);
  const paper = (given: { readonly document: DocumentReference }, name: 'says.document' | 'says.release') => ({
    name: w(name),
    values: [document(given.document)],
  });
  switch (kind) {
    case 'split': {
      const { lines, reason, legalAreasM2 } = payload as PayloadOf<'split'>;
      return [
        {
          name: w('says.lines'),
          values: lines.map(
            (line, at) =>
              `${w('says.line', { n: at + 1 })}: ${w('says.lineOf', { n: line.length, length: metres(lengthOf(line)) })}`,
          ),
        },
        ...(legalAreasM2 ? [{ name: w('says.areasGiven'), values: [legalAreasM2.map(metres).join('; ')] }] : []),
        ...(reason === undefined ? [] : [{ name: w('says.reason'), values: [reason] }]),
      ];
    }
    case 'merge': {
      const { number, legalAreaM2, agreement, carries, reason } = payload as PayloadOf<'merge'>;
      return [
        ...(number === undefined ? [] : [{ name: w('says.number'), values: [number] }]),
        ...(legalAreaM2 === undefined ? [] : [{ name: w('says.areasGiven'), values: [metres(legalAreaM2)] }]),
        ...(agreement
          ? [
              { name: w('says.agreed'), values: agreement.holders.map((one) => share(one.share)) },
              paper(agreement, 'says.document'),
            ]
          : []),
        ...(carries ? [{ name: w('says.carries'), values: [String(carries.length)] }] : []),
        ...(reason === undefined ? [] : [{ name: w('says.reason'), values: [reason] }]),
      ];
    }
    case 'boundary_adjustment': {
      const { line, moreLines = [], legalAreasM2, reason } = payload as PayloadOf<'boundary_adjustment'>;
      return [
        {
          name: w('boundary.line'),
          values: [line, ...moreLines].map(
            (one, at) =>
              `${w('says.line', { n: at + 1 })}: ${w('says.lineOf', { n: one.length, length: metres(lengthOf(one)) })}`,
          ),
        },
        ...(legalAreasM2 ? [{ name: w('says.areasGiven'), values: [legalAreasM2.map(metres).join('; ')] }] : []),
        ...(reason === undefined ? [] : [{ name: w('says.reason'), values: [reason] }]),
      ];
    }
    case 'resurvey': {
      const { rings, survey, legalAreaM2 } = payload as PayloadOf<'resurvey'>;
      return [
        {
          name: w('resurvey.ring'),
          values: rings.map((one) => w('says.lineOf', { n: one.length, length: metres(lengthOf(one)) })),
        },
        ...(legalAreaM2 === undefined ? [] : [{ name: w('says.areasGiven'), values: [metres(legalAreaM2)] }]),
        paper({ document: survey }, 'says.document'),
      ];
    }
    case 'transfer': {
      const given = payload as TransferPayload;
      return [
        { name: w('says.cause'), values: [w(`cause.${given.cause}`)] },
        {
          name: w('says.from'),
          values: given.from.map((one) =>
            [holders.get(one.rightId), ...(one.share === undefined ? [] : [one.share])].filter(Boolean).join(' · '),
          ),
        },
        { name: w('says.to'), values: given.to.map((one) => `${party(one.party)} · ${share(one.share)}`) },
        paper(given, 'says.document'),
      ];
    }
    case 'holder_correction': {
      const { changes, document: paperOf } = payload as PayloadOf<'holder_correction'> & {
        readonly changes: { readonly identity?: number };
      };
      return [
        ...(changes.name === undefined ? [] : [{ name: w('fact.holder.name'), values: [changes.name] }]),
        ...(changes.address === undefined ? [] : [{ name: w('fact.holder.address'), values: [changes.address] }]),
        ...(changes.identity === undefined ? [] : [{ name: w('fact.holder.identity'), values: [w('change.sealed')] }]),
        paper({ document: paperOf }, 'says.document'),
      ];
    }
    case 'purpose_change': {
      const given = payload as PayloadOf<'purpose_change'>;
      return [
        {
          name: w('parcel.purposes'),
          values: given.purposes.map(({ code, areaM2, until }) =>
            [
              `${code} · ${metres(areaM2)} m²`,
              ...(until === undefined ? [] : [w('parcel.until', { day: formatDay(until, language) })]),
            ].join(' · '),
          ),
        },
        paper(given, 'says.document'),
      ];
    }
    case 'term_extension': {
      const given = payload as PayloadOf<'term_extension'>;
      return [{ name: w('form.newUntil'), values: [formatDay(given.until, language)] }, paper(given, 'says.document')];
    }
    case 'mortgage_registration': {
      const given = payload as PayloadOf<'mortgage_registration'>;
      return [
        { name: w('says.mortgagee'), values: [party(given.mortgagee)] },
        { name: w('says.rights'), values: [String(given.rightIds.length)] },
        paper(given, 'says.document'),
      ];
    }
    case 'mortgage_change': {
      const given = payload as PayloadOf<'mortgage_change'>;
      const { mortgagee, rightIds, replacesContract } = given.changes;
      return [
        ...(mortgagee ? [{ name: w('form.newMortgagee'), values: [party(mortgagee)] }] : []),
        ...(rightIds ? [{ name: w('says.rights'), values: [String(rightIds.length)] }] : []),
        ...(replacesContract ? [{ name: w('form.changes'), values: [w('form.replacesContract')] }] : []),
        paper(given, 'says.document'),
      ];
    }
    case 'lease_registration': {
      const given = payload as PayloadOf<'lease_registration'>;
      return [
        { name: w('form.leased'), values: [holders.get(given.rightId) ?? ''] },
        { name: w('form.lessee'), values: [party(given.lessee)] },
        { name: w('form.leaseUntil'), values: [formatDay(given.until, language)] },
        paper(given, 'says.document'),
      ];
    }
    case 'restriction': {
      const given = payload as PayloadOf<'restriction'>;
      return 'lifts' in given
        ? [{ name: w('form.restrictionDo'), values: [w('form.lift')] }, paper(given, 'says.release')]
        : [
            { name: w('form.restrictionKind'), values: [w(`restriction.${given.kind}`)] },
            {
              name: w('form.where'),
              values: [given.geometry ? w('restriction.onPart') : w('form.whereAll')],
            },
            paper(given, 'says.document'),
          ];
    }
    case 'caveat_placement': {
      const given = payload as PayloadOf<'caveat_placement'>;
      return [
        { name: w('says.effects'), values: given.effects.map((effect) => w(`effect.${effect}`)) },
        ...(given.until === undefined ? [] : [{ name: w('says.until'), values: [formatDay(given.until, language)] }]),
        paper(given, 'says.document'),
      ];
    }
    case 'certificate_issue':
    case 'certificate_exchange':
    case 'certificate_reissue':
    case 'certificate_correction':
    case 'certificate_recall':
    case 'certificate_cancellation': {
      const given = payload as PayloadOf<'certificate_issue'>;
      return [
        { name: w('form.certified'), values: given.rightIds.map((id) => holders.get(id) ?? '') },
        ...(given.blankSerial === undefined ? [] : [{ name: w('form.blankSerial'), values: [given.blankSerial] }]),
        ...(given.returnedSerial === undefined
          ? []
          : [{ name: w('form.returnedSerial'), values: [given.returnedSerial] }]),
        ...(given.document ? [paper({ document: given.document }, 'says.document')] : []),
      ];
    }
    case 'certificate_confirmation': {
      const { documents } = payload as PayloadOf<'certificate_confirmation'>;
      return [{ name: w('says.papers'), values: [String(documents.length)] }];
    }
    case 'reversal': {
      const { reason } = payload as PayloadOf<'reversal'>;
      return reason === undefined ? [] : [{ name: w('says.reason'), values: [reason] }];
    }
    case 'mortgage_release':
    case 'lease_end':
    case 'caveat_release':
      return [paper(payload as PayloadOf<'mortgage_release'>, 'says.release')];
    default:
      return [];
  }
}
