import { mapVi } from './map.ts';

/** Vietnamese: the complete list of words; every other language must have the same keys. */
export const vi = {
  ...mapVi,
  'question.suggestions': 'Gợi ý',
  'question.count': 'Có {n} gợi ý. Dùng mũi tên lên, xuống để chọn.',
  'call.network': 'Không kết nối được máy chủ. Hãy kiểm tra mạng rồi thử lại.',
} as const;

export type WordKey = keyof typeof vi;
