/** What the register said of a parcel: land use, holder, place, papers. All invented. */
import type { DemoParcel } from '../district.ts';
import type { Random } from '../file/random.ts';
import type { GroundUse } from '../land/landscape.ts';
import type { Names } from './names.ts';

interface Holder {
  holder: string;
  identityNumber: string | null;
}

/** Where a description is drawn from. */
export interface Place {
  random: Random;
  names: Names;
  /** "xã Yên Lĩnh" */
  commune: string;
  hamlet: string;
  /** Names of fields: as a rule the first, now and then the next one's. */
  fields: readonly [own: string, next: string];
  /** Who already holds land on the sheet; grows. */
  holders: Holder[];
}

type Description = Pick<
  DemoParcel,
  'landUse' | 'holder' | 'identityNumber' | 'address' | 'certificateSerial' | 'useOrigin'
>;

const PUBLIC_PLACES: readonly [landUse: string, holder: string][] = [
  ['DGD', 'Trường Tiểu học'],
  ['DGD', 'Trường Mầm non'],
  ['DVH', 'Nhà văn hóa'],
  ['DYT', 'Trạm y tế'],
  ['TIN', 'Đình làng'],
  ['TON', 'Chùa làng'],
  ['DKV', 'Sân thể thao'],
];

/** Land-use codes of fact: Circular 08/2024 set, one likely code per kind of ground. */
const landUseOf = (random: Random, use: GroundUse): string => {
  switch (use) {
    case 'river':
      return 'SON';
    case 'road':
    case 'lane':
    case 'track':
      return 'DGT';
    case 'canal':
    case 'ditch':
      return 'DTL';
    case 'lot':
      return 'ONT';
    case 'garden':
    case 'orchard':
      return 'CLN';
    case 'pond':
      return random.chance(0.7) ? 'NTS' : 'MNC';
    case 'paddy':
      return random.chance(0.92) ? 'LUC' : 'LUK';
    case 'crop':
      return 'HNK';
    case 'forest':
      return 'RSX';
    case 'cemetery':
      return 'NTD';
    case 'public':
      return 'DKV';
    case 'waste':
      return 'BCS';
  }
};

const held = new Set<GroundUse>(['lot', 'garden', 'orchard', 'paddy', 'crop', 'forest', 'pond']);
const certified: Partial<Record<GroundUse, number>> = {
  lot: 0.86,
  garden: 0.7,
  orchard: 0.6,
  paddy: 0.62,
  crop: 0.55,
  forest: 0.5,
  pond: 0.35,
};

/** A word like Ấm, whose capital TCVN3 cannot write. Such names come in only as a listed fault. */
const HAS_TONED_CAPITAL = /\p{Lu}[\u0302\u0306\u031b]*[\u0300\u0301\u0303\u0309\u0323]/u;

const newHolder = ({ random, names }: Place): Holder => {
  const kind = random.weighted({ person: 35, couple: 35, household: 30 });
  for (let holder = names[kind](); ; holder = names[kind]())
    if (!HAS_TONED_CAPITAL.test(holder.normalize('NFD')))
      return { holder, identityNumber: random.chance(0.9) ? names.identityNumber() : null };
};

/** A household has one house lot, as a rule, and several fields. */
const holderOf = (place: Place, use: GroundUse): Holder => {
  const { random, holders } = place;
  if (holders.length > 0 && random.chance(use === 'lot' ? 0.04 : 0.6)) return random.pick(holders);
  const holder = newHolder(place);
  holders.push(holder);
  return holder;
};

/** A description that agrees with what is on the ground. */
export function describeParcel(place: Place, use: GroundUse): Description {
  const { random, names, commune, hamlet, fields } = place;
  const inVillage = use === 'lot' || use === 'garden' || use === 'public' || use === 'lane';
  const address =
    inVillage || random.chance(0.3) ? `${hamlet}, ${commune}` : random.chance(0.9) ? fields[0] : fields[1];
  if (use === 'public') {
    const [landUse, holder] = random.pick(PUBLIC_PLACES);
    return {
      landUse,
      holder: `${holder} ${hamlet.replace('Thôn ', '')}`,
      identityNumber: null,
      address,
      certificateSerial: null,
      useOrigin: 'DG-KTT',
    };
  }
  const landUse = landUseOf(random, use);
  if (!held.has(use) || (use !== 'lot' && random.chance(0.04)))
    return {
      landUse,
      holder: `UBND ${commune}`,
      identityNumber: null,
      address,
      certificateSerial: null,
      useOrigin: 'DG-QL',
    };
  const useOrigin =
    use === 'lot' ? random.weighted({ 'CNQ-CTT': 30, 'CNQ-KTT': 40, 'DG-CTT': 20, 'DG-KTT': 10 }) : 'DG-KTT';
  return {
    landUse,
    ...holderOf(place, use),
    address,
    certificateSerial: random.chance(certified[use] ?? 0) ? names.certificateSerial() : null,
    useOrigin,
  };
}
