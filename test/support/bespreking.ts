/** What a verslag tells of a bespreking, for a test that is about something else. */
export const besproken = {
  aanwezig: ['aanmelder', 'coordinator-1'],
  geprobeerd: 'Een jaar begeleiding thuis.',
  waaromNiet: 'Er was geen plaats voor deze leeftijd.',
};
