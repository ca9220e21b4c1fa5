/** Words of the check of papers in English. */
import type { checkVi } from './check-vi.ts';

export const checkEn: Record<keyof typeof checkVi, string> = {
  'check.title': 'Check a paper',
  'check.description': 'Check an extract issued by the land registry by the code printed on it. No account is needed.',
  'check.label': 'Code printed on the paper',
  'check.button': 'Check',
  'check.genuine': 'Genuine, and still what the register says',
  'check.genuineText': 'The registry issued a paper with this code, and the register has not changed in what it says.',
  'check.superseded': 'Genuine, but no longer what the register says',
  'check.supersededText':
    'The registry issued a paper with this code. The register has changed since; ask for a new one.',
  'check.revoked': 'Revoked',
  'check.revokedText': 'The registry issued a paper with this code and revoked it. Do not rely on it.',
  'check.unknown': 'No paper has this code',
  'check.unknownText':
    'Compare each sign with the code on the paper. If they are the same, this registry did not issue the paper.',
  'check.trial':
    'Trial signature: this paper was signed with a key made by the software itself and has no legal force.',
  'check.kind': 'Kind',
  'check.kind.certificate': 'Land certificate',
  'check.kind.map_extract': 'Cadastral map extract',
  'check.serial': 'Serial',
  'check.issued': 'Issued on',
  'check.supersededAt': 'No longer so since',
  'check.office': 'Office',
  'check.digest': 'SHA-256 of the file',
  'check.compare':
    'Compare serial, day and office with the paper in your hand. A code can be copied onto a false paper.',
};
