import { errors, type JWTPayload, type JWTVerifyGetKey, type JWTVerifyOptions, jwtVerify } from 'jose';

/** Seconds that the provider's clock may be ahead of ours: what it signs now would not be valid here yet. */
export const CLOCK_AHEAD_S = 30;

/** Seconds that a token counts after its end. Not as many: a token that has ended must not live on for a fast clock's sake. */
const LATE_S = 5;

export const SIGNATURES = ['RS256', 'ES256', 'PS256'];

export interface TokenTerms extends Pick<JWTVerifyOptions, 'issuer' | 'audience' | 'requiredClaims'> {
  /** Longest life in seconds, whatever the token says itself; `iat` is then required. */
  readonly maxAgeS?: number;
}

/** Checks signature, issuer, audience and times of whatever the provider signed. Rejects with a JOSEError. */
export async function verifyToken(
  token: string,
  keys: JWTVerifyGetKey,
  { maxAgeS, ...terms }: TokenTerms,
): Promise<{ payload: JWTPayload; type: string | undefined }> {
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    ...terms,
    algorithms: SIGNATURES,
    clockTolerance: CLOCK_AHEAD_S,
    ...(maxAgeS === undefined ? {} : { maxTokenAge: maxAgeS }),
  });
  const ends = Math.min(
    payload.exp ?? Number.POSITIVE_INFINITY,
    (payload.iat ?? 0) + (maxAgeS ?? Number.POSITIVE_INFINITY),
  );
  if (ends + LATE_S < Date.now() / 1000) throw new errors.JWTExpired('the token has ended', payload);
  return { payload, type: protectedHeader.typ };
}
