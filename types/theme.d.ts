/** What the theme's own script keeps and reads, under the names that it gives to them. */
interface Window {
  __md_scope: URL;
  __md_hash(text: string): number;
  __md_get(key: string, storage?: Storage, scope?: URL): unknown;
  __md_set(key: string, value: unknown, storage?: Storage, scope?: URL): void;
}
