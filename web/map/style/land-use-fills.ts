/**
 * Fills by land-use code: the conventional colours of the national land-use map, the same as in the reference list
 * land-use. As remembered and unverified: for display, never law. Softened towards the ground when drawn, so that lines
 * and text stay readable.
 */
const FILLS: Readonly<Record<string, string>> = {
  BCS: '#FFFFFE',
  CAN: '#FF5046',
  CCC: '#FFAA32',
  CDG: '#FFA0AA',
  CGT: '#FFFFFE',
  CHN: '#FFFC78',
  CLN: '#FFD2A0',
  CNT: '#FFFAAA',
  CQA: '#FF6450',
  CQP: '#FF6450',
  CSD: '#FFFFFE',
  CSK: '#FAAAA0',
  DBV: '#FFAAA0',
  DCH: '#FFAAA0',
  DCK: '#FFAAA0',
  DCS: '#FFFFFE',
  DCT: '#AAFFFF',
  DDD: '#FFAAA0',
  DGD: '#FFAAA0',
  DGT: '#FFAA32',
  DKH: '#FFAAA0',
  DKT: '#FFAAA0',
  DKV: '#FFAAA0',
  DMT: '#FFAAA0',
  DNG: '#FFAAA0',
  DNL: '#FFAAA0',
  DPC: '#FFAAA0',
  DRA: '#CDAACD',
  DSK: '#FFAAA0',
  DSN: '#FFAAA0',
  DTL: '#AAFFFF',
  DTT: '#FFAAA0',
  DVH: '#FFAAA0',
  DXH: '#FFAAA0',
  DYT: '#FFAAA0',
  HNK: '#FFF0B4',
  LMU: '#FFFFFE',
  LNP: '#AAFF32',
  LUA: '#FFFC82',
  LUC: '#FFFC82',
  LUK: '#FFFC96',
  MCS: '#B4FFFF',
  MNC: '#A0FFFF',
  NCS: '#FFFFFE',
  NKH: '#F5FFB4',
  NNP: '#FFFF64',
  NTD: '#D2D2D2',
  NTS: '#AAFFFF',
  ODT: '#FFA0FF',
  ONT: '#FFD0FF',
  OTC: '#FFB4FF',
  PNK: '#FFAAA0',
  PNN: '#FFFF64',
  RDD: '#6EFF64',
  RPH: '#BEFF1E',
  RSX: '#B4FFB4',
  SCC: '#FAAAA0',
  SCT: '#FAAAA0',
  SKC: '#FAAAA0',
  SKK: '#FAAAA0',
  SKN: '#FAAAA0',
  SKS: '#CDAACD',
  SON: '#A0FFFF',
  SXN: '#FFFC6E',
  TIN: '#FFAAA0',
  TMD: '#FFA0AA',
  TON: '#FFAAA0',
  TSC: '#FFAAA0',
  TVC: '#A0FFFF',
};
/** Codes with a colour of their own. */
export const LAND_USE_CODES = Object.keys(FILLS);
const OTHER = '#E1DED6';

/** The ground of each theme (web/ui/theme.css) and how far a fill moves towards it. */
const GROUND = {
  light: { rgb: [251, 249, 244], towards: 1 / 3 },
  dark: { rgb: [20, 24, 27], towards: 0.62 },
} as const;

/** Fill of a parcel by its codes (joined by +); the first one counts, as on the printed map. */
export function fillOf(landUse: string, theme: 'light' | 'dark'): string {
  const hex = FILLS[landUse.split('+')[0] ?? ''] ?? OTHER;
  const ground = GROUND[theme];
  const mixed = [1, 3, 5].map((at, i) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16);
    return Math.round(part + ((ground.rgb[i] ?? 0) - part) * ground.towards);
  });
  return `rgb(${mixed.join(', ')})`;
}
