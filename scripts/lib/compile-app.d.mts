export function compileApp(appDir: string, distDir: string): Promise<void>;
