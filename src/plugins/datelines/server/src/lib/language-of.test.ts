import { describe, expect, it } from 'vitest';
import { languageOf } from './language-of';

describe('languageOf', () => {
  it('gives one of the application’s languages, as the application writes it', () => {
    expect(languageOf('fr', ['en', 'fr', 'pt-BR'])).toBe('fr');
    expect(languageOf('pt-br', ['en', 'fr', 'pt-BR'])).toBe('pt-BR');
  });

  it('makes no language of any other text', () => {
    expect(languageOf('tlh', ['en', 'fr'])).toBe('');
    expect(languageOf('', ['en'])).toBe('');
    expect(languageOf('en', [])).toBe('');
  });
});
