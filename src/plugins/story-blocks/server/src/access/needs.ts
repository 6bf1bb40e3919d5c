/** A route's configuration: for administrators with a permission, one of `ADMIN_ACTIONS`. */
export const needs = (action: string) => ({
  policies: [{ name: 'admin::hasPermissions', config: { actions: [action] } }],
});
