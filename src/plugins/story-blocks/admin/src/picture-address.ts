/** Where the admin finds a picture: Strapi's admin may be served from another address than its files. */
export function pictureAddress(url: string): string {
  const { backendURL = '' } = window.strapi as unknown as { backendURL?: string };
  return url.startsWith('/') ? `${backendURL}${url}` : url;
}
