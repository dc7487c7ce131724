"""Authors' texts and our words: Markdown, sentences, numbers, dates, word lists."""
