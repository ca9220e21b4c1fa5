const ALPHABET = '0123456789bcdefghjkmnpqrstuvwxyz';

/**
 * GeoHash of a WGS 84 point, `length` characters (12 for a parcel code: cells of 3.5 cm × 1.9 cm at 21.3° N).
 * Longitude first, as everywhere here. Even bits halve longitude, odd bits latitude.
 */
export function encodeGeohash(longitude: number, latitude: number, length = 12): string {
  let [west, east, south, north] = [-180, 180, -90, 90];
  let code = '';
  let bits = 0;
  let value = 0;
  let isLongitude = true;
  while (code.length < length) {
    if (isLongitude) {
      const middle = (west + east) / 2;
      value = value * 2 + (longitude >= middle ? 1 : 0);
      if (longitude >= middle) west = middle;
      else east = middle;
    } else {
      const middle = (south + north) / 2;
      value = value * 2 + (latitude >= middle ? 1 : 0);
      if (latitude >= middle) south = middle;
      else north = middle;
    }
    isLongitude = !isLongitude;
    bits += 1;
    if (bits === 5) {
      code += ALPHABET[value];
      bits = 0;
      value = 0;
    }
  }
  return code;
}
