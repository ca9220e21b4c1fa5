/** Invented facts with which the layout is looked at and tested; `expected-text.txt` is what stands on the sample made of them. */
export const SAMPLE_FACTS_1 = {
  serial: 'AA 01234567',
  bookNo: 'VP00001',
  link: 'https://dat.example/verify/ABCD-EFGH-JKMN-PQRS',
  issuedOn: '2026-11-30',
  province: 'Bắc Ninh',
  office: 'Chi nhánh Văn phòng Đăng ký đất đai Yên Lĩnh',
  authority: null,
  position: 'Giám đốc',
  signatory: 'Đỗ Thị Ký Thử',
  holders: [
    { name: 'Hoàng Văn Mẫu', identity: 'CCCD số: 099012345678', share: '1/2' },
    { name: 'Nguyễn Thị Thử', identity: 'CCCD số: 099087654321', share: '1/2' },
  ],
  lands: [
    {
      no: '105',
      sheet: '12',
      areaM2: 1294.9,
      purposes: [
        { name: 'Đất ở tại nông thôn', areaM2: 400, until: 'lasting' },
        { name: 'Đất trồng cây lâu năm', areaM2: 894.9, until: '2043-10-15' },
      ],
      place: 'thôn Lim Hạ, xã Yên Lĩnh',
      srid: 9214,
      rings: [
        [
          [416700, 2354000],
          [416730.4, 2354001],
          [416735, 2354041.5],
          [416715, 2354036],
          [416700, 2354040],
          [416700, 2354000],
        ],
      ],
    },
  ],
  notes: [],
  changes: [
    {
      day: '2026-12-15',
      content: 'Thế chấp bằng quyền sử dụng đất tại Ngân hàng Thử Nghiệm theo hợp đồng số TC-9 ngày 01/12/2026',
      office: 'Chi nhánh Văn phòng Đăng ký đất đai Yên Lĩnh',
    },
  ],
} as const;
