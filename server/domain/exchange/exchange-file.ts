/** Kinds of files that parcels are handed to other systems in. */
export const EXCHANGE_KINDS = ['zip', 'dxf', 'xml'] as const;
export type ExchangeKind = (typeof EXCHANGE_KINDS)[number];

/** How text stands in a shapefile: the letters of .VnTime and its like, or Unicode. */
export const EXCHANGE_ENCODINGS = ['tcvn3', 'utf8'] as const;
export type ExchangeEncoding = (typeof EXCHANGE_ENCODINGS)[number];

/** Parcels of one file. A province's largest commune has a third of it. */
export const MOST_EXCHANGE_PARCELS = 200_000;
