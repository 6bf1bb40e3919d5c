export { guardFiles } from './files/guard-files';
export { guardWrittenFiles } from './files/guard-written-files';
export { guardAdmin } from './guard-admin';
export { guardDocuments } from './guard-documents';
export { guardGraphql } from './guard-graphql';
export { guardLibrary } from './guard-library';
export { guardUsers } from './guard-users';
