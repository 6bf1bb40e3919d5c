export { appealBlock } from './appeal.block';
export { commentsBlock } from './comments.block';
export { rightsBlock } from './rights.block';
export { shareBlock } from './share.block';
