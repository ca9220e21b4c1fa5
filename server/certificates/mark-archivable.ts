import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHexString, PDFName, PDFRef, PDFStream, PDFString } from 'pdf-lib';
import { html } from '../domain/words/html.ts';
import { SRGB_PROFILE } from './srgb-profile.ts';

/** Where the metadata say that a file is PDF/UA-1. */
const UA_1 = '<pdfuaid:part>1</pdfuaid:part>\n';

/** XMP (ISO 16684-1) that says the same as the document's own dictionary, and that the file is PDF/A-2a and PDF/UA-1. */
const xmp = (title: string, producer: string, moment: string): string =>
  `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
${
  html`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>vi</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${moment}</xmp:CreateDate>
<xmp:ModifyDate>${moment}</xmp:ModifyDate>
<pdf:Producer>${producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>`.markup
}
<?xpacket end="r"?>`;

const PRODUCER = 'Địa Bạ';

/** What makes a document one for archives (PDF/A-2a, ISO 19005-2) and for all readers (PDF/UA-1, ISO 14289-1), tagged as it is: metadata, what its colours are, an id. The same for the same facts. */
export function markArchivable(pdf: PDFDocument, title: string, moment: Date): void {
  const { context, catalog } = pdf;
  // Without parts of seconds: PDF dates have none, and the two must say the same.
  const second = new Date(Math.floor(moment.getTime() / 1000) * 1000);
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setLanguage('vi');
  pdf.setProducer(PRODUCER);
  pdf.setCreationDate(second);
  pdf.setModificationDate(second);
  const written = second.toISOString().replace('.000', '');
  const metadata = context.stream(Buffer.from(xmp(title, PRODUCER, written)), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(metadata));
  const profile = context.register(context.flateStream(SRGB_PROFILE, { N: 3 }));
  catalog.set(
    PDFName.of('OutputIntents'),
    context.obj([
      {
        Type: 'OutputIntent',
        S: 'GTS_PDFA1',
        OutputConditionIdentifier: PDFString.of('sRGB IEC61966-2.1'),
        Info: PDFString.of('sRGB IEC61966-2.1'),
        DestOutputProfile: profile,
      },
    ]),
  );
  const id = PDFHexString.of(createHash('sha256').update(`${title}\n${written}`).digest('hex').slice(0, 32));
  context.trailerInfo.ID = context.obj([id, id]);
}

/** Takes back that a document is PDF/UA-1: with several signatures it is not, since fields after the first stand in no tree of parts (clause 7.18.4). */
export function claimNoAccessibility({ catalog, context }: PDFDocument): void {
  const ref = catalog.get(PDFName.of('Metadata'));
  const metadata = context.lookup(ref, PDFStream);
  const text = Buffer.from(metadata.getContents()).toString('utf8');
  if (!(ref instanceof PDFRef && text.includes(UA_1))) throw new Error('the metadata say nothing of PDF/UA');
  context.assign(ref, context.stream(Buffer.from(text.replace(UA_1, '')), { Type: 'Metadata', Subtype: 'XML' }));
}
