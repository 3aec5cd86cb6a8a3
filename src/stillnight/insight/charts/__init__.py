"""The numbers behind the pictures: what was logged, put in order and counted; nothing is tested or judged."""
