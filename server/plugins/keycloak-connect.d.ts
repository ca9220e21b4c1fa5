/** The package describes its middleware, not this part of it. Only what server/plugins/keycloak.ts uses. */
declare module 'keycloak-connect/middleware/auth-utils/grant-manager.js' {
  export interface Token {
    readonly token: string;
    readonly content: { readonly typ?: unknown };
  }
  export interface Grant {
    readonly access_token?: Token;
    readonly refresh_token?: Token;
    readonly id_token?: Token;
  }
  export default class GrantManager {
    constructor(config: { realmUrl: string; clientId: string; secret: string; public: boolean; bearerOnly: boolean });
    /** Resolves with the token when it is what it should be. */
    validateToken: (token: Token | undefined, expectedType: 'Bearer' | 'ID') => Promise<Token>;
    createGrant(reply: object): Promise<Grant>;
  }
}
