/** Serials by generation: one or two letters and six digits to 2024, two letters and eight digits since (fact sheet 3.5). */
const KNOWN = /^(?:[A-ZĐ]{1,2} \d{6}|[A-Z]{2} \d{8})$/;

/** One space between letters and digits, capitals. `usual` is false for a shape no generation of certificates had. */
export function normaliseSerial(raw: string): { serial: string; usual: boolean } | null {
  const text = raw.trim().toUpperCase().normalize('NFC').replace(/\s+/g, ' ');
  if (text === '' || /^[-/\s]+$/.test(text)) return null;
  const match = /^([A-ZĐ]{1,2})[ .-]?(\d{6}|\d{8})$/.exec(text);
  const serial = match ? `${match[1]} ${match[2]}` : text.slice(0, 60);
  return { serial, usual: KNOWN.test(serial) };
}
