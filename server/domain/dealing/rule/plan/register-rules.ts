import type { Rules } from '../rule.ts';

/** What the register says of land and rights that are named, whatever is done to them. */
export const REGISTER_RULES = {
  'target.in_other_dealing': {
    severity: 'warning',
    vi: 'Thửa[ {no}] đang có một hồ sơ khác chờ quyết định. Hồ sơ nào được đăng ký trước có thể làm hồ sơ kia hết hiệu lực.',
    en: 'Another dealing on parcel[ {no}] waits for a decision. Whichever is registered first may make the other stale.',
  },
  'number.taken': {
    severity: 'error',
    vi: 'Số thửa[ {numbers}] đã được dùng. Hãy để trống để hệ thống cấp số tiếp theo.',
    en: 'Number[ {numbers}] was used before. Leave it out to be given the next free one.',
  },
  'right.not_current': {
    severity: 'error',
    vi: 'Quyền được nêu không có hiệu lực trên thửa này, hoặc được nêu hai lần.',
    en: 'A right that is named does not hold on this parcel, or is named twice.',
  },
  'right.unverified': {
    severity: 'warning',
    vi: 'Quyền trên thửa[ {no}] mới chỉ chép từ dữ liệu cũ. Hãy đối chiếu giấy chứng nhận trước khi trình.',
    en: 'Rights on parcel[ {no}] only repeat what a legacy record says. Check the certificate before lodging.',
  },
  'right.certificate_to_exchange': {
    severity: 'info',
    vi: 'Giấy chứng nhận đang dùng phải được đổi sau khi thửa thay đổi.',
    en: 'The certificate in use must be exchanged after the change.',
  },
  'party.not_found': {
    severity: 'error',
    vi: 'Không có người hoặc tổ chức này trong phạm vi bạn phụ trách.',
    en: 'There is no such party that you may see.',
  },
  'caveat.not_current': {
    severity: 'error',
    vi: 'Không có ngăn chặn đang có hiệu lực như vậy trên thửa này.',
    en: 'There is no such caveat that holds on this parcel.',
  },
} as const satisfies Rules;
