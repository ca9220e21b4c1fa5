const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that announce a number, and those that may stand between: "số thứ tự thửa đất số: 345", "tờ ĐC 12". */
export const LABELS = {
  no: { first: words('thua parcel plot'), between: words('dat so thu tu hieu no number nr num : . # =') },
  sheet: {
    first: words('to tbd sheet'),
    between: words('ban do bd dc dia chinh so hieu no number nr num : . # ='),
  },
} as const;
/** What may stand before such a word. */
export const BEFORE_LABEL = words('so hieu thu tu map land cadastral');
export const LABEL_WORDS: ReadonlySet<string> = new Set([...LABELS.no.first, ...LABELS.sheet.first, ...BEFORE_LABEL]);
