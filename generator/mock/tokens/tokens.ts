import type { TokenState } from "../request/security";

/** Lifetimes in seconds, and whether only what was issued here counts. */
export interface TokenSettings {
  readonly expiresIn: number;
  readonly refreshTokenExpiresIn: number;
  /** Off: any bearer token and any refresh token that was never issued here is taken for good. */
  readonly strict: boolean;
}

export interface IssuedTokens {
  readonly access_token: string;
  readonly token_type: "bearer";
  readonly expires_in: number;
  readonly scope: string;
  readonly refresh_token?: string;
  readonly refresh_token_expires_in?: number;
}

interface Grant {
  readonly scopes: readonly string[];
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  isRevoked: boolean;
}

const defaults: TokenSettings = { expiresIn: 2_592_000, refreshTokenExpiresIn: 31_536_000, strict: false };

/** The tokens that were issued: access tokens that expire, refresh tokens that are good once. Their texts count up. */
export class Tokens {
  private readonly access = new Map<string, Grant>();
  private readonly refresh = new Map<string, Grant>();
  private readonly codes = new Set<string>();
  private settings: TokenSettings;
  private count = 0;

  constructor(private readonly initial: Partial<TokenSettings> = {}) {
    this.settings = { ...defaults, ...initial };
  }

  set(settings: Partial<TokenSettings>): TokenSettings {
    this.settings = { ...this.settings, ...settings };
    return this.settings;
  }

  reset(): void {
    for (const memory of [this.access, this.refresh, this.codes]) memory.clear();
    this.settings = { ...defaults, ...this.initial };
    this.count = 0;
  }

  stateOf(token: string): TokenState {
    const grant = this.access.get(token);
    if (grant === undefined) return { isGood: !this.settings.strict };
    return isGood(grant) ? { isGood: true, scopes: grant.scopes } : { isGood: false };
  }

  /** Access tokens, those given or all that were issued, are good no longer; gives their number. One never issued is revoked too. */
  expire(tokens: readonly string[] = [...this.access.keys()]): number {
    for (const token of tokens) this.access.set(token, { scopes: [], expiresAt: 0, isRevoked: true });
    return tokens.length;
  }

  issue(scopes: readonly string[], withRefresh: boolean): IssuedTokens {
    const { expiresIn, refreshTokenExpiresIn } = this.settings;
    this.count += 1;
    const access_token = `mock-access-${this.count}`;
    this.access.set(access_token, grantFor(scopes, expiresIn));
    const issued = { access_token, token_type: "bearer", expires_in: expiresIn, scope: scopes.join(" ") } as const;
    if (!withRefresh) return issued;
    const refresh_token = `mock-refresh-${this.count}`;
    this.refresh.set(refresh_token, grantFor(scopes, refreshTokenExpiresIn));
    return { ...issued, refresh_token, refresh_token_expires_in: refreshTokenExpiresIn };
  }

  /** Uses a refresh token up; gives its scopes, `all` where it was never issued here. `undefined`: it is not good. */
  useRefreshToken(token: string, all: readonly string[]): readonly string[] | undefined {
    const grant = this.refresh.get(token) ?? (this.settings.strict ? undefined : grantFor(all, 1));
    if (grant === undefined || !isGood(grant)) return undefined;
    this.refresh.set(token, { ...grant, isRevoked: true });
    return grant.scopes;
  }

  /** Whether an authorization code is good: each is, once (RFC 6749 §4.1.2). */
  useCode(code: string): boolean {
    if (this.codes.has(code)) return false;
    this.codes.add(code);
    return true;
  }
}

function grantFor(scopes: readonly string[], seconds: number): Grant {
  return { scopes, expiresAt: Date.now() + seconds * 1000, isRevoked: false };
}

function isGood({ expiresAt, isRevoked }: Grant): boolean {
  return !isRevoked && Date.now() < expiresAt;
}
