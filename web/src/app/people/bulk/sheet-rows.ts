import { roles, type NewPersonRow, type Role } from '@lunjie/contracts';

/** What a column may mean, in the usual order. */
export const columns = ['name', 'account', 'roles', 'password', 'weight', 'certifiedVisits', 'certifiedCalls', 'team'] as const;
export type ColumnKind = (typeof columns)[number];

/** How offices head their columns, in either language; compared without spaces and capitals. */
const headings: Readonly<Record<ColumnKind, readonly string[]>> = {
  name: ['姓名', '名字', '人员', 'name', 'fullname'],
  account: ['账号', '帐号', '登录名', '用户名', 'account', 'login', 'username'],
  roles: ['角色', '岗位', '职务', '职位', 'role', 'roles', 'position'],
  password: ['初始密码', '密码', 'password', 'initialpassword'],
  weight: ['份额', '权重', '接待份额', 'weight', 'share'],
  certifiedVisits: ['来访', '来访上岗', '接访', '接待来访', 'visits', 'walkins', 'walk-ins'],
  team: ['小组', '组', '组别', '团队', '销售组', 'team', 'group'],
  certifiedCalls: ['来电', '来电上岗', '接电', '接听来电', 'calls'],
};

const roleWords: Readonly<Record<Role, readonly string[]>> = {
  admin: ['管理员', 'admin', 'administrator'],
  manager: ['销售经理', '案场经理', '经理', 'manager', 'salesmanager'],
  supervisor: ['销售主管', '主管', 'supervisor', 'salessupervisor'],
  desk: ['前台', '分接', '前台接待', 'desk', 'reception', 'receptiondesk'],
  agent: ['置业顾问', '销售员', '销售', '顾问', 'agent', 'salesagent'],
  finance: ['财务', 'finance'],
  auditor: ['审计', '稽核', 'auditor', 'audit'],
};

/** Cells copied from a spreadsheet: rows by line, cells by tab; a cell in quotes may hold both. */
export function pastedCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index] ?? '';
    if (quoted && letter === '"' && text[index + 1] === '"') {
      cell += '"';
      index += 1;
    } else if (letter === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (quoted) cell += letter;
    else if (letter === '\t') endCell();
    else if (letter === '\n') {
      endCell();
      rows.push([]);
    } else if (letter !== '\r') cell += letter;
  }
  endCell();
  return rows.filter((cells) => cells.some((one) => one !== ''));
}

/** What the columns mean by their heading; null where the first row heads nothing, and the usual order is taken. */
export function headingsOf(cells: readonly (readonly string[])[]): readonly (ColumnKind | null)[] | null {
  const meant = (cells[0] ?? []).map(kindOf);
  return meant.includes('name') && meant.includes('account') ? meant : null;
}

/**
 * The people a sheet means. What it leaves out is left out: the server says what is missing, where it is missing.
 * A role nobody knows stays as it was written, for the same reason.
 */
export function rowsOf(cells: readonly (readonly string[])[]): readonly NewPersonRow[] {
  const headed = headingsOf(cells);
  const meaning = headed ?? columns;
  return (headed ? cells.slice(1) : cells).map((row) => {
    const told = new Map<ColumnKind, string>();
    meaning.forEach((kind, index) => {
      const value = row[index] ?? '';
      if (kind !== null && value !== '') told.set(kind, value);
    });
    return personOf(told);
  });
}

function personOf(told: ReadonlyMap<ColumnKind, string>): NewPersonRow {
  const password = told.get('password');
  const weight = told.get('weight');
  const visits = yesOrNo(told.get('certifiedVisits'));
  const team = told.get('team');
  const calls = yesOrNo(told.get('certifiedCalls'));
  return {
    account: told.get('account') ?? '',
    name: told.get('name') ?? '',
    roles: rolesOf(told.get('roles') ?? ''),
    ...(password === undefined ? {} : { password }),
    ...(weight === undefined ? {} : { weight: Number(weight.replace('%', '')) }),
    ...(visits === undefined ? {} : { certifiedVisits: visits }),
    ...(calls === undefined ? {} : { certifiedCalls: calls }),
    ...(team === undefined ? {} : { team }),
  };
}

function kindOf(heading: string): ColumnKind | null {
  const plain = heading.toLowerCase().replaceAll(/[\s*（()）]/g, '');
  return columns.find((kind) => headings[kind].includes(plain)) ?? null;
}

function rolesOf(text: string): readonly Role[] {
  const words = text.split(/[、，,;；/+]+/).map((word) => word.toLowerCase().replaceAll(/\s+/g, '')).filter(Boolean);
  // What no role is called goes on as it stands, and is refused with its cell.
  return words.map((word) => roles.find((role) => roleWords[role].includes(word)) ?? (word as Role));
}

function yesOrNo(text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  return !['否', '无', '未', 'no', 'n', 'false', '0', '×', 'x', '-'].includes(text.toLowerCase());
}
