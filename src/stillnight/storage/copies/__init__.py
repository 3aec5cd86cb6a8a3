"""What cloud services leave beside a journal: found, taken in, archived, and put away where that is safe."""
