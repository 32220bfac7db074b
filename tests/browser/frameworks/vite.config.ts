import { svelte } from "@sveltejs/vite-plugin-svelte";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

const isCustomElement = (tag: string) => tag === "policy-explorer";

export default defineConfig({
  base: "./",
  plugins: [svelte(), vue({ template: { compilerOptions: { isCustomElement } } })],
  build: { rollupOptions: { input: ["react.html", "vue.html", "svelte.html"] } },
});
