"""Words as such: folding, stems, sounds, spelling, lexicons, numbers; and the vocabulary as `locales/` has it."""
