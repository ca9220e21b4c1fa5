/** As much of the library as is used. */
declare module 'sax' {
  export interface NamedTag {
    readonly local: string;
    /** Its namespace; '' without one. */
    readonly uri: string;
  }
  export interface SaxParser {
    onerror: (error: Error) => void;
    ondoctype: (text: string) => void;
    onopentag: (tag: NamedTag) => void;
    onclosetag: (name: string) => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    onprocessinginstruction: (node: { readonly name: string; readonly body: string }) => void;
    /** Lines before the present one. */
    readonly line: number;
    write(text: string): SaxParser;
    close(): SaxParser;
  }
  const sax: {
    parser(
      strict: true,
      options: { readonly xmlns: true; readonly strictEntities: true; readonly position: true },
    ): SaxParser;
  };
  export default sax;
}
