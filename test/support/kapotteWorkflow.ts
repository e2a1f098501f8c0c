/** Workflows that cannot go on: their code throws something that is no failure of the workflow itself. */
async function kapot(): Promise<void> {
  throw new Error('kapot');
}

export { kapot as aanbiederOnderzoek, kapot as traject };
