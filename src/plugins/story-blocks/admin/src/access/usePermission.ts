import { useAuth } from '@strapi/strapi/admin';

/** Whether the administrator holds an action; null until that is known. The server asks again with each request. */
export function usePermission(action: string): boolean | null {
  const isLoading = useAuth('StoryBlocksPermission', (state) => state.isLoading);
  const permissions = useAuth('StoryBlocksPermission', (state) => state.permissions);
  if (permissions.some((permission) => permission.action === action)) return true;
  return isLoading ? null : false;
}
