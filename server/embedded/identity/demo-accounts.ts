import { timingSafeEqual } from 'node:crypto';
import { ROLES, type Role } from '../../domain/role.ts';

/** One account a role: the user name is the role. Everybody knows the password, so nothing real may stand behind it. */
export const DEMO_PASSWORD = 'diaba-demo';

export interface DemoAccount {
  readonly id: string;
  readonly userName: Role;
  readonly name: string;
  /** All communes, those of the demonstration, or none. */
  readonly communes: 'all' | 'demo' | 'none';
  /** As an identity provider of the state would assert it. Invented. */
  readonly nationalId?: string;
}

const NAMES: Readonly<Record<Role, string>> = {
  citizen: 'Nguyễn Thị Bưởi',
  business: 'Công ty Hư Cấu',
  officer: 'Trần Văn Quýt',
  surveyor: 'Lê Thị Mận',
  approver: 'Phạm Văn Hồng',
  archivist: 'Hoàng Thị Mơ',
  auditor: 'Vũ Văn Lựu',
  admin: 'Đặng Thị Na',
};

const communesOf = (role: Role): DemoAccount['communes'] => {
  if (role === 'admin' || role === 'auditor') return 'all';
  return role === 'citizen' || role === 'business' ? 'none' : 'demo';
};

export const DEMO_ACCOUNTS: readonly DemoAccount[] = ROLES.map((role) => ({
  id: `demo-${role}`,
  userName: role,
  name: NAMES[role],
  communes: communesOf(role),
  ...(role === 'citizen' ? { nationalId: '000000000001' } : {}),
}));

export const findDemoAccount = (id: string): DemoAccount | undefined =>
  DEMO_ACCOUNTS.find((account) => account.id === id);

/** The account of this user name and password. */
export function checkPassword(userName: string, password: string): DemoAccount | undefined {
  const [given, wanted] = [password, DEMO_PASSWORD].map((text) => Buffer.from(text.padEnd(64).slice(0, 64)));
  const right = timingSafeEqual(given!, wanted!) && password.length === DEMO_PASSWORD.length;
  return right ? DEMO_ACCOUNTS.find((account) => account.userName === userName) : undefined;
}
