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
  'check.kind.land_information': 'Land information sheet',
  'check.kind.parcel_history': 'Parcel history',
  'check.kind.receipt': 'Receipt of a request',
  'check.kind.request_form': 'Request for land information (form 14)',
  'check.kind.map_extract': 'Cadastral map extract',
  'check.serial': 'Serial',
  'check.issued': 'Issued on',
  'check.supersededAt': 'No longer so since',
  'check.office': 'Office',
  'check.digest': 'SHA-256 of the file',
  'check.compare':
    'Compare serial, day and office with the paper in your hand. A code can be copied onto a false paper.',
  'check.file.title': 'Do you have the PDF of the paper?',
  'check.file.help':
    'The file is read on your own machine and sent nowhere; only its digest is compared with the register.',
  'check.file.label': 'Choose a PDF, or drop it here',
  'check.file.reading': 'Reading the file…',
  'check.file.name': 'File',
  'check.file.issued': 'Issued at',
  'check.file.superseded': 'Genuine and whole, but no longer what the register says',
  'check.file.supersededText':
    'The signature fits the whole file, and the registry issued this very file. The register has changed since; ask for a new one.',
  'check.file.supersededAt': 'No longer so since',
  'check.file.signer': 'Signed by (name in the certificate)',
  'check.file.level': 'Level of the signature',
  'check.file.stamped': 'Time stamp',
  'check.file.unvouched': 'Time stamp of an unknown authority: not counted',
  'check.file.genuine': 'Genuine, whole, and still what the register says',
  'check.file.genuineText': 'The signature fits the whole file, and the registry issued this very file.',
  'check.file.revoked': 'Genuine, but revoked',
  'check.file.revokedText': 'The registry issued this very file and revoked it. Do not rely on it.',
  'check.file.other': 'Genuine, but another paper',
  'check.file.otherText': 'The registry issued this very file, but it does not bear the code that you are checking.',
  'check.file.altered': 'The file was altered',
  'check.file.alteredText':
    'It is not as it was when it was signed: changed, added to, or damaged when kept or sent. Do not rely on it; get the original file again.',
  'check.file.unknown': 'This registry did not issue this file',
  'check.file.unknownText': 'It bears a digital signature, but the register has no such file.',
  'check.file.unsigned': 'The file bears no digital signature',
  'check.file.unsignedText':
    'Every paper of this registry is signed. A scan, or a paper printed to PDF again, has lost its signature: check it by the code printed on it.',
  'check.file.not_pdf': 'This is no PDF',
  'check.file.not_pdfText': 'Papers of the registry are PDF files. Choose the file that you received.',
  'check.file.too_large': 'The file is too large',
  'check.file.too_largeText':
    'Papers of the registry are many times smaller than 50 MB. Choose the file that you received.',
  'check.file.failed': 'Could not be checked',
  'check.file.failedText':
    'The file could not be read, or the register could not be asked. Try again in a few minutes, or check by the code printed on the paper.',
  'check.statement.title': 'What the QR code states',
  'check.statement.help':
    'The QR code on the paper carries a statement too, signed by the office that issued it. Your browser checks it with the keys at the end of this page; nothing is sent. A page that is open checks without a network as well.',
  'check.statement.label': 'What the QR code holds, if you want to paste it',
  'check.statement.signed': 'The statement was signed by this office',
  'check.statement.signedText':
    'The office issued a paper with this code, of the kind, serial, day and land below. That is all: it does not tell whether the paper is still what the register says, nor whether anything else on it was altered, and a QR code can be copied onto another paper. Compare each line with the paper in your hand.',
  'check.statement.not_signed': 'The statement does not fit its signature',
  'check.statement.not_signedText':
    'What the QR code holds was altered, or belongs to another code. Do not rely on this QR code.',
  'check.statement.unknown_key': 'No key to check this statement with',
  'check.statement.unknown_keyText':
    'It was signed with a key that is not in the list of this page: a forgery, a paper of another office, or this page was opened before there was that key. Load the page again, or check by the code printed on the paper.',
  'check.statement.none': 'There is no statement here',
  'check.statement.noneText':
    'This is not all that the QR code of a paper of this office holds. Scan it again, or check by the code printed on the paper.',
  'check.statement.parcel': 'Code of the parcel',
  'check.statement.parcels': 'Number of parcels',
  'check.statement.key': 'Key that signed',
  'check.statement.keys': 'Public keys for checking QR codes',
  'check.statement.keysHelp':
    'SHA-256 of each key; it can be printed and held against what the office has posted. Former keys are kept, so that old papers can still be checked.',
  'check.statement.noKey': 'There is no key yet: the office has not issued a paper.',
  'check.statement.trialKey': 'trial key',
};
