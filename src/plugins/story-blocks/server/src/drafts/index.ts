export { guardFiles } from './files/guard-files';
export { guardDocuments } from './guard-documents';
export { guardGraphql } from './guard-graphql';
export { guardUsers } from './guard-users';
