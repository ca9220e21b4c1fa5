/** Where the addresses of maps keep the place they show: [pattern], latitude first, or a zoom and then latitude. */
const PAIR = String.raw`(-?\d{1,3}(?:\.\d{1,20})?)(?:,|%2C|/)(-?\d{1,3}(?:\.\d{1,20})?)`;
const PLACES: readonly RegExp[] = [
  // RFC 5870; altitude and parameters may follow.
  new RegExp(`^geo:${PAIR}(?=$|[,;?])`, 'i'),
  // The mark of a place is more exact than the middle of the picture.
  /!3d(-?\d{1,3}(?:\.\d{1,20})?)!4d(-?\d{1,3}(?:\.\d{1,20})?)/,
  /[?&]mlat=(-?\d{1,3}(?:\.\d{1,20})?)&mlon=(-?\d{1,3}(?:\.\d{1,20})?)/,
  new RegExp(`[?&](?:q|ll|query|daddr|center)=(?:loc:)?${PAIR}(?=$|[&,#])`, 'i'),
  /[?&]lat=(-?\d{1,3}(?:\.\d{1,20})?)&(?:lon|lng)=(-?\d{1,3}(?:\.\d{1,20})?)/,
  new RegExp(`(?:^|/)@${PAIR}`),
  new RegExp(String.raw`#map=\d{1,2}(?:\.\d{1,5})?/${PAIR}`),
];

/** Latitude and longitude of a geo: address or a link to a map; undefined where the text is neither. */
export function readLink(clean: string): readonly [number, number] | undefined {
  if (!/^(?:geo:|@|https?:\/\/|www\.)/i.test(clean)) return undefined;
  for (const place of PLACES) {
    const match = place.exec(clean);
    if (match) return [Number(match[1]), Number(match[2])];
  }
  return undefined;
}
