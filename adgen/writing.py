"""What page, REST and programs ask of the copywriter: a campaign of words, one text again, an image prompt, an edit."""
