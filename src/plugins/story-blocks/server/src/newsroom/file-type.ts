/** Strapi's type of an uploaded file. */
export const FILE = 'plugin::upload.file';
