"""How often a watch over months is wrong, and how often it sees what is there: people made by chance."""
