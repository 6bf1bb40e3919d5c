/** What Strapi knows of the administrator who asks: `ctx.state.user`. */
export interface AdminUser {
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
  email?: string | null;
}

/** How an administrator is called beside what he did; null where he has no name. */
export function nameOf(user: AdminUser | undefined): string | null {
  const name = [user?.firstname, user?.lastname].filter(Boolean).join(' ').trim();
  return (name || user?.username || user?.email || '').slice(0, 200) || null;
}
