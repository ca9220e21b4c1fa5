const SCIENTIFIC = /^([+-]?)(\d)(?:[.,](\d*))?e([+-]?\d{1,3})$/i;

/**
 * `3.45000000000e+002`, as ArcGIS writes a column of doubles, as plain digits: 345. Exact, digit by digit. Null where
 * digits were lost when it was written (`1.09901e+009`); any other text comes back as it is.
 */
export function unfoldExponent(text: string): string | null {
  const match = SCIENTIFIC.exec(text);
  if (!match) return text;
  const [, sign = '', lead = '', rest = '', power = ''] = match;
  const exponent = Number(power);
  const digits = lead + rest;
  if (/^0*$/.test(digits)) return '0';
  if (exponent > rest.length) return null;
  const point = exponent + 1;
  const whole = point > 0 ? digits.slice(0, point) : '0';
  const fraction = (point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits).replace(/0+$/, '');
  return `${sign === '-' ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}
