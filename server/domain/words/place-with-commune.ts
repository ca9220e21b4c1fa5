const folded = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

/**
 * Where a parcel is, as papers print it: its registered address and its commune. An address of which a part between commas is that
 * commune, prefix (xã, phường, thị trấn) included, is not given it a second time. Letters count with their marks: Yên Lĩnh is not Yên Linh.
 */
export function placeWithCommune(address: string | null, commune: string): string {
  if (!address?.trim()) return commune;
  const named = address.split(',').some((part) => folded(part) === folded(commune));
  return named ? address : `${address}, ${commune}`;
}
