"""A model of meaning small enough to read: a text means the concepts that its words name."""

import numpy as np

CONCEPTS = (
    ("школа", "школы", "училище", "мектеп"),
    ("интернет", "сеть", "мрежа"),
    ("врач", "лекар", "больница"),
    ("мост", "дорога"),
)


class Concepts:
    """Counts how many texts it was given."""

    def __init__(self):
        self.read = 0

    def passages(self, texts):
        self.read += len(texts)
        return np.array([self.query(text) for text in texts])

    def query(self, text):
        words = text.lower().replace("?", "").replace(".", "").split()
        counts = [sum(word in concept for word in words) for concept in CONCEPTS]
        vector = np.array([*counts, 0.1], np.float32)
        return vector / np.linalg.norm(vector)
