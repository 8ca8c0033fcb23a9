export default {
  build: {
    ssr: "main.mjs",
    outDir: "out",
    emptyOutDir: false,
    rollupOptions: { output: { entryFileNames: "[name].mjs" } },
  },
  ssr: { noExternal: true },
};
