/** Whether people reach the application by https: a proxy before it ends the encryption, for Strapi itself has none. */
export const isServedSecurely = (publicUrl: string): boolean => /^https:/i.test(publicUrl);
