export { guardDocuments } from './guard-documents';
export { guardGraphql } from './guard-graphql';
export { guardUsers } from './guard-users';
