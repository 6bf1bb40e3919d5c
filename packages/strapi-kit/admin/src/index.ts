export { createText, type Text, type Texts, useTextsOf } from './texts';
export { registerTranslations } from './translations';
export { useAnswer } from './useAnswer';
export { useDebounced } from './useDebounced';
