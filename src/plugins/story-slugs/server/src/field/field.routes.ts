/** Who may write entries of the type is content-manager's to say: the controller asks it. */
const config = { policies: ['admin::isAuthenticatedAdmin'] };

export const fieldRoutes = [
  { method: 'GET' as const, path: '/availability', handler: 'field.availability', config },
  { method: 'POST' as const, path: '/make', handler: 'field.make', config },
  { method: 'GET' as const, path: '/state', handler: 'field.state', config },
  { method: 'PUT' as const, path: '/state', handler: 'field.setState', config },
];
