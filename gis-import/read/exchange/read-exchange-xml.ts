/**
 * Parcels of an exchange file (server/domain/exchange/exchange-names.ts): what we write, and as much of what other systems write as has these names.
 * Read whole. Which name is a table's does not depend on its prefix; what is our own stands in our namespace.
 */
import {
  EXCHANGE_TABLES,
  HOLDER_TABLES,
  OWN_NAMES,
  OWN_NAMESPACE,
} from '../../../server/domain/exchange/exchange-names.ts';
import { FileRefused } from '../../../server/domain/finding/finding.ts';
import type { RawShape } from '../raw-row.ts';
import { readXml, XML_LIMITS, type XmlLimits } from './read-xml.ts';
import { shapeOfRings } from './shape-of-rings.ts';

export interface ExchangeRecord {
  /** 1-based, the order of the file. */
  readonly recordNo: number;
  /** By field; those of purposes, rights and holders joined. */
  readonly fields: ReadonlyMap<string, string>;
  readonly shape: RawShape;
}

export interface ReadExchange {
  readonly records: readonly ExchangeRecord[];
  /** Fields that any record has, in the order in which they were met. */
  readonly columns: readonly string[];
  /** EPSG code that every boundary names; null where none does, or something else stands there. */
  readonly srid: number | null;
  /** Fields of tables beside the parcel's that were left where they are, each once. */
  readonly unused: readonly string[];
}

/** A table of a dossier: its fields, and the purposes and boundary that stand in a parcel's. */
interface Table {
  readonly name: string;
  readonly fields: Map<string, string>;
  readonly purposes: Map<string, string>[];
  readonly rings: string[];
  srid: string | null;
  hasBoundary: boolean;
}

const OWN = (name: keyof typeof OWN_NAMES): string => `{}${OWN_NAMES[name]}`;
const HOLDERS: ReadonlyMap<string, { readonly id: string; readonly name: string }> = new Map([
  ...Object.values(HOLDER_TABLES).map(
    ({ table, id, name }) => [table, { id: id ?? OWN('id'), name: name ?? OWN('name') }] as const,
  ),
  [OWN('holder'), { id: OWN('id'), name: OWN('name') }],
]);
const RIGHTS: ReadonlySet<string> = new Set([EXCHANGE_TABLES.useRight, EXCHANGE_TABLES.managementRight]);
const TABLES: ReadonlySet<string> = new Set([
  EXCHANGE_TABLES.parcel,
  EXCHANGE_TABLES.purpose,
  ...RIGHTS,
  ...HOLDERS.keys(),
]);

/** Fields that tell nothing of the land: what links the tables, and the area that is computed anew from the boundary. */
const LINKS = new Set([
  ...['thuaDatId', 'dienTich', 'mucDichSuDungId', 'soThuTuMucDichSuDung', 'quyenSuDungDatId', 'chuId', 'loaiDoiTuong'],
  OWN('id'),
]);

/** Throws FileRefused. */
export async function readExchangeXml(path: string, limits: XmlLimits = XML_LIMITS): Promise<ReadExchange> {
  const records: ExchangeRecord[] = [];
  const columns = new Set<string>();
  const unused = new Set<string>();
  const srids = new Set<string | null>();
  let dossier: Table[] = [];
  /** Names on the way down, and the tables among them. */
  const names: string[] = [];
  const tables: Table[] = [];
  let isLeaf = false;

  const closeDossier = () => {
    const heldBy = linkHolders(dossier, unused);
    for (const parcel of parcelsOf(dossier)) {
      const fields = fieldsOf(parcel, heldBy(parcel), unused);
      for (const field of fields.keys()) columns.add(field);
      if (parcel.hasBoundary) srids.add(parcel.srid);
      const shape: RawShape = parcel.hasBoundary
        ? shapeOfRings(parcel.rings)
        : { kind: 'unusable', code: 'record.by_number', detail: {} };
      records.push({ recordNo: records.length + 1, fields, shape });
    }
    dossier = [];
  };
  await readXml(
    path,
    {
      open(local, uri) {
        const name = uri === OWN_NAMESPACE ? `{}${local}` : local;
        names.push(name);
        isLeaf = true;
        if (name === EXCHANGE_TABLES.dossier) closeDossier();
        const table = tables.at(-1);
        if (name === OWN('boundary') && table) table.hasBoundary = true;
        if (!TABLES.has(name)) return;
        const opened: Table = { name, fields: new Map(), purposes: [], rings: [], srid: null, hasBoundary: false };
        tables.push(opened);
        if (name === EXCHANGE_TABLES.purpose && table) table.purposes.push(opened.fields);
        else dossier.push(opened);
      },
      close(text) {
        const name = names.pop() ?? '';
        const table = tables.at(-1);
        if (TABLES.has(name)) tables.pop();
        else if (name === EXCHANGE_TABLES.dossier) closeDossier();
        else if (table && isLeaf && name === OWN('ring')) table.rings.push(text);
        else if (table && isLeaf && name === '{}srid') table.srid = text;
        else if (table && isLeaf && names.at(-1) !== table.name) unused.add(plain(name));
        else if (table && isLeaf && text !== '') {
          // Two values of one field: which is meant is not for us to guess.
          if (table.fields.has(name)) throw new FileRefused('file.xml_damaged', { problem: 'field_twice' });
          table.fields.set(name, text);
        }
        isLeaf = false;
      },
    },
    limits,
  );
  // Tables that stand in no dossier are one.
  closeDossier();
  if (records.length === 0) throw new FileRefused('file.xml_unknown', { records: 0 });
  if (srids.size > 1) throw new FileRefused('file.several_systems', { systems: srids.size, records: records.length });
  const [srid] = srids;
  return {
    records,
    columns: [...columns],
    srid: srid && /^\d{4,6}$/.test(srid) ? Number(srid) : null,
    unused: [...unused],
  };
}

const parcelsOf = (dossier: readonly Table[]) => dossier.filter(({ name }) => name === EXCHANGE_TABLES.parcel);

/** Who holds a parcel, and by which papers. */
interface Held {
  readonly names: readonly string[];
  readonly serials: readonly string[];
}

/** Rights name parcel and holder by their ids; where a dossier is of one parcel, what names none is of that one. */
function linkHolders(dossier: readonly Table[], unused: Set<string>): (parcel: Table) => Held {
  const [first, second] = parcelsOf(dossier);
  const only = second ? undefined : first;
  const holders = new Map<string, string>();
  const all: string[] = [];
  const rightsOf = new Map<string | undefined, Table[]>();
  const leave = (fields: Iterable<string>, known: readonly string[]) => {
    for (const name of fields) if (!LINKS.has(name) && !known.includes(name)) unused.add(plain(name));
  };
  for (const table of dossier) {
    const known = HOLDERS.get(table.name);
    if (known) {
      const name = table.fields.get(known.name);
      if (name !== undefined) all.push(name);
      const id = table.fields.get(known.id);
      if (name !== undefined && id !== undefined) holders.set(id, name);
      leave(table.fields.keys(), [known.id, known.name]);
    } else if (RIGHTS.has(table.name)) {
      const of = table.fields.get('thuaDatId') ?? only?.fields.get('thuaDatId');
      rightsOf.set(of, [...(rightsOf.get(of) ?? []), table]);
      leave(table.fields.keys(), [OWN('serial')]);
    }
  }
  return (parcel) => {
    const rights = rightsOf.get(parcel.fields.get('thuaDatId')) ?? [];
    const held = rights.flatMap(({ fields }) => holders.get(fields.get('chuId') ?? '') ?? []);
    return {
      names: held.length > 0 || parcel !== only ? held : all,
      serials: rights.flatMap(({ fields }) => fields.get(OWN('serial')) ?? []),
    };
  };
}

/** What a record says, by names that columns of tables of parcels have. */
function fieldsOf(parcel: Table, { names, serials }: Held, unused: Set<string>): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [name, text] of parcel.fields) if (!LINKS.has(name)) fields.set(plain(name), text);
  const say = (name: string, text: string) => {
    if (text !== '') fields.set(name, text);
  };
  say('maMucDichSuDung', purposesOf(parcel.purposes));
  say('tenChu', [...new Set(names)].join('; '));
  say('soPhatHanh', [...new Set(serials)].join('; '));
  for (const purpose of parcel.purposes)
    for (const name of purpose.keys()) if (!LINKS.has(name) && name !== 'maMucDichSuDung') unused.add(plain(name));
  return fields;
}

/** With their areas where all have one: `ONT 200+CLN 145.5`. */
function purposesOf(purposes: readonly Map<string, string>[]): string {
  const said = purposes.filter((purpose) => purpose.has('maMucDichSuDung'));
  const whole = said.every((purpose) => purpose.has('dienTich'));
  return said
    .map((purpose) => purpose.get('maMucDichSuDung')! + (whole ? ` ${purpose.get('dienTich')}` : ''))
    .join('+');
}

const plain = (name: string): string => name.replace(/^\{\}/, '');
