export { bodyLines, bodyParagraphs, cleanBody } from '../teasers/body-paragraphs';
