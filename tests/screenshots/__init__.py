"""The README's pictures: ``python -m tests.screenshots`` draws them anew from the demo's made-up year."""
